import * as l10n from '@vscode/l10n';

/** Text that stands in markdown as it is: no mark, tag or link is made of it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+\.)(?=\s)/gm, '$1\\$2');
}

/** "1 level", "3 levels". */
export function levelsCount(count: number): string {
  return count === 1 ? l10n.t`1 level` : l10n.t`${count} levels`;
}

/** Said at the end of a list that leaves so many out. */
export function andMore(count: number): string {
  return l10n.t`… and ${count} more`;
}
