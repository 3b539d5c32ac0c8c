import type { FromCareerMap } from '../careerMap/careerMapMessages.ts';
import type { FromComparison } from '../comparison/comparisonMessages.ts';
import type { FromLadder } from '../preview/ladderMessages.ts';
import type { FromPage } from './panelMessages.ts';

// What a page of a panel says is data: its text comes from pages of strangers. Whatever has not the form that it must have is dropped.

type Fields = Readonly<Record<string, unknown>>;

/** Returns what every page may say, or another message for the panel to read itself; `undefined` for what is not a message. */
export function readPageMessage(
  message: unknown,
): FromPage | ({ readonly type: 'other' } & { readonly message: Fields }) | undefined {
  if (!isFields(message) || typeof message.type !== 'string') return undefined;
  const { type, uri, line, href } = message;
  switch (type) {
    case 'ready':
    case 'back':
      return { type };
    case 'open':
      return (uri === undefined || typeof uri === 'string') && isLine(line) ? { type, uri, line } : undefined;
    case 'browse':
      return typeof href === 'string' && isWebAddress(href) ? { type, href } : undefined;
    default:
      return { type: 'other', message };
  }
}

/** Returns what the ladder's page says; `undefined` for anything else. */
export function readLadderMessage(message: Fields): Exclude<FromLadder, FromPage> | undefined {
  const { type, shown, line, locked, action, level } = message;
  switch (type) {
    case 'shown':
      return isFields(shown) && isShown(shown) ? { type, shown } : undefined;
    case 'scrolled':
      return typeof line === 'number' && line >= 0 && line < Number.MAX_SAFE_INTEGER ? { type, line } : undefined;
    case 'lock':
      return typeof locked === 'boolean' ? { type, locked } : undefined;
    case 'run':
      return typeof action === 'string' && isOptionalText(level) ? { type, action, level } : undefined;
    case 'write':
      return { type };
    default:
      return undefined;
  }
}

/** Returns what the page of the career map says; `undefined` for anything else. */
export function readCareerMapMessage({ type, scope, steps }: Fields): Exclude<FromCareerMap, FromPage> | undefined {
  const isReach = type === 'reach' && (scope === 'family' || scope === 'department');
  return isReach && typeof steps === 'number' && Number.isInteger(steps) && steps >= 0 && steps <= MAX_STEPS
    ? { type, scope, steps }
    : undefined;
}

/** Returns what the page of the comparison says; `undefined` for anything else. */
export function readComparisonMessage({ type, side }: Fields): Exclude<FromComparison, FromPage> | undefined {
  if (type === 'swap' || type === 'text') return { type };
  return type === 'choose' && (side === 'left' || side === 'right') ? { type, side } : undefined;
}

/** Returns whether a link may leave the editor: anything but the web and mail could run something. */
export function isWebAddress(href: string): boolean {
  return /^(?:https?:\/\/[^/]|mailto:)/i.test(href);
}

/** Returns whether a path, as VS Code decodes it, is that of a page or a document, and does not climb out of its folder. */
export function isPagePath(path: string): boolean {
  return /\.(?:md|markdown|ya?ml)$/i.test(path) && !/(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(path);
}

const MAX_STEPS = 100;

/** Ids of unfolded parts, a few for each bullet of a page. */
const MAX_UNFOLDED = 10_000;

function isShown(shown: Fields): shown is Extract<FromLadder, { type: 'shown' }>['shown'] & Fields {
  return (
    ['ladder', 'matrix', 'level'].includes(shown.view as string) &&
    typeof shown.inherited === 'boolean' &&
    isOptionalText(shown.level) &&
    (shown.unfolded === undefined || isTexts(shown.unfolded)) &&
    (shown.filter === undefined ||
      (isFields(shown.filter) && isTexts(Object.values(shown.filter).filter(one => one !== undefined))))
  );
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length <= MAX_UNFOLDED && value.every(one => typeof one === 'string');
}

function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
