import type { HoleWriter } from '../../model/sectionTemplate.ts';

// Two characters of Unicode's private use area mark a hole until the template is finished, so that no text of a page can be
// taken for one.
const OPEN = '\uE001';
const CLOSE = '\uE002';

/** Writes a hole into a template: a tab stop in a snippet, `{add …}` in plain text. */
export const hole: HoleWriter = text => `${OPEN}${text}${CLOSE}`;

/**
 * A template as the client takes it: as a snippet with its holes numbered in order, or as plain text. `braces`: the holes of a snippet
 * too stand in braces, so that one that nobody fills is seen and told.
 */
export function finishTemplate(
  template: string,
  snippets: boolean,
  braces = false,
): { readonly text: string; readonly isSnippet: boolean } {
  const holes = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');
  if (!snippets || !template.includes(OPEN)) return { text: template.replace(holes, '{add $1}'), isSnippet: false };
  let number = 0;
  const text = template
    .replace(/[\\$}]/g, '\\$&')
    .replace(holes, (_, said: string) => `\${${++number}:${braces ? `{add ${said}\\}` : said}}`);
  return { text, isSnippet: true };
}
