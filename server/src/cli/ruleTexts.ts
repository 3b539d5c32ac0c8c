import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A rule's page of the documentation without what only holds the pages together; undefined where it is not installed. */
export function readRuleText(folder: string, code: string): string | undefined {
  try {
    const text = readFileSync(join(folder, `${code}.md`), 'utf8');
    return `${text
      .replace(/<!--.*?-->\n\n/s, '')
      .replace(/\[All rules\]\([^)]*\)\s*$/, '')
      .trim()}\n`;
  } catch {
    return undefined;
  }
}
