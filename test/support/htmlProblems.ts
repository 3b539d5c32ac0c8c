import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // A title is as long as its page's.
  rules: { 'long-title': 'off' },
  root: true,
});

/** What html-validate finds wrong with a whole document, each with its place; empty where nothing is. */
export async function htmlProblems(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(result =>
    result.messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${message} (${ruleId})`),
  );
}
