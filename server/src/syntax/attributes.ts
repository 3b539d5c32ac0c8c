// Names may hold any letters and of ASCII's signs these four, as in Goldmark's own parser.
const NAME = /[^\s!-,/;-@[-^`{-~]+/.source;
const ATTRIBUTE = `(?:[#.]${NAME}|[\\w:-]+\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'{}]+))`;

/** What Goldmark reads as attributes: `{#id .class key="value"}`, what stands between the braces as the only group. */
export const ATTRIBUTE_LIST = new RegExp(`\\{\\s*(${ATTRIBUTE}(?:\\s+${ATTRIBUTE})*)\\s*\\}`);

const ID = new RegExp(`(?:^|\\s)(?:#(${NAME})|id\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+)))`);

/** The id that a list of attributes sets; undefined where it sets none. */
export function idOfAttributes(attributes: string): string | undefined {
  const id = ID.exec(attributes);
  return id?.[1] ?? id?.[2] ?? id?.[3] ?? id?.[4];
}
