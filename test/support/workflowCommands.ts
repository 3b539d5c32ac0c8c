/** A workflow command as GitHub's runner reads it. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * Reads a line as GitHub's runner does. No schema of it is published; the rules are those of “Workflow commands for GitHub Actions”
 * (docs.github.com) and of the runner's ActionCommand.TryParseV2: `::name key=value,key=value::message`, in which `%25`, `%0D` and
 * `%0A`, and in values also `%3A` and `%2C`, stand for the characters that would end it. Undefined for a line that is none.
 */
export function readWorkflowCommand(line: string): WorkflowCommand | undefined {
  if (!line.startsWith('::')) return undefined;
  const end = line.indexOf('::', 2);
  if (end < 0) return undefined;
  const head = line.slice(2, end);
  const space = head.indexOf(' ');
  const command = space < 0 ? head : head.slice(0, space);
  const pairs = space < 0 ? [] : head.slice(space + 1).split(',');
  const properties = pairs.map(pair => {
    const sign = pair.indexOf('=');
    if (sign < 1) throw new Error(`no property: ${pair}`);
    const value = unescaped(pair.slice(sign + 1), { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' });
    return [pair.slice(0, sign), value];
  });
  return {
    command,
    properties: Object.fromEntries(properties),
    message: unescaped(line.slice(end + 2), { '%0D': '\r', '%0A': '\n', '%25': '%' }),
  };
}

function unescaped(text: string, escapes: Readonly<Record<string, string>>): string {
  return Object.entries(escapes).reduce((so, [written, meant]) => so.replaceAll(written, meant), text);
}
