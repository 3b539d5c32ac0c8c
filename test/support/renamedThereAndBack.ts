import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { LanguageService } from '../../server/src/service.ts';
import type { Position } from '../../server/src/text/lineIndex.ts';
import { appliedEdits } from './appliedEdits.ts';

/** A level to rename, and what to. */
interface Trial {
  readonly uri: string;
  readonly position: Position;
  readonly name: string;
  readonly newName: string;
  /** True where a single word of the name is another one. */
  readonly isOneWord: boolean;
}

/** What came of a trial. */
interface Outcome {
  readonly trial: Trial;
  readonly type: 'identical' | 'respelt' | 'refused';
  /** True where an edit said that it writes a shortened name in full. */
  readonly saysInFull: boolean;
  /** Findings of the told codes that the renaming brought. */
  readonly broken: readonly string[];
  /** What a page says at the end, and said before, line by line where the two differ. */
  readonly differences: readonly string[];
}

/** What a renaming must never bring. */
const CODES: ReadonlySet<string> = new Set(['broken-link', 'unknown-extended-level', 'broken-grade-anchor']);

/** Renames levels and back again, in a workspace whose files are all read from `textOf` and are as they were afterwards. */
export class ThereAndBack {
  constructor(
    private readonly service: LanguageService,
    private readonly textOf: (uri: string) => string,
    private readonly pages: readonly string[],
  ) {}

  /** Two trials of every level: one with a single other word in its name, one with a whole new name. */
  async trials(uri: string): Promise<Trial[]> {
    const lines = this.textOf(uri).split('\n');
    const levels = (await this.service.documentSymbols(uri)).flatMap(withChildren).filter(one => one.kind === SymbolKind.Class);
    const trials: Trial[] = [];
    for (const [at, level] of levels.entries()) {
      const { line } = level.selectionRange.start;
      const position = { line, character: Math.max(0, lines[line]!.indexOf(level.name)) };
      const place = await this.service.prepareRename(uri, position);
      if (place.type === 'refused') continue;
      const name = place.placeholder;
      const words = name.split(' ');
      const oneWord = [...words.slice(0, -1), words.length > 1 ? 'Lamplighter' : 'Harbour Lamplighter'].join(' ');
      const whole = `Harbour Lamplighter ${'I'.repeat(at + 1)}`;
      for (const newName of [oneWord, whole])
        trials.push({ uri, position, name, newName, isOneWord: newName === oneWord && words.length > 1 });
    }
    return trials;
  }

  async runAll(trials: readonly Trial[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const trial of trials) outcomes.push(await this.run(trial));
    return outcomes;
  }

  private async run(trial: Trial): Promise<Outcome> {
    const texts = new Map<string, string>();
    let saysInFull = false;
    const step = async (newName: string): Promise<boolean> => {
      const outcome = await this.service.rename(trial.uri, trial.position, newName);
      if (outcome.type === 'refused') return false;
      saysInFull ||= outcome.edits.some(edit => edit.reason === 'in-full');
      const now = (uri: string): string => texts.get(uri) ?? this.textOf(uri);
      for (const [uri, text] of appliedEdits(outcome.edits, now)) {
        texts.set(uri, text);
        this.service.setDocument(uri, text);
      }
      return true;
    };
    // Findings are those of the workspace before, as long as no trial is under way.
    for (const uri of this.pages) if (!this.told.has(uri)) this.told.set(uri, await this.codesOf(uri));
    if (!(await step(trial.newName))) return { trial, type: 'refused', saysInFull, broken: [], differences: [] };
    const broken: string[] = [];
    for (const uri of new Set([...texts.keys(), ...(await this.service.outdated(this.pages))]))
      broken.push(...newOnes(this.told.get(uri) ?? [], await this.codesOf(uri)).map(code => `${uri}: ${code}`));
    const back = await step(trial.name);
    const differences = [...texts].flatMap(([uri, text]) => differingLines(this.textOf(uri), text));
    for (const uri of texts.keys()) await this.service.closeDocument(uri);
    const type = !back ? 'refused' : differences.length === 0 ? 'identical' : 'respelt';
    return { trial, type, saysInFull, broken, differences };
  }

  private readonly told = new Map<string, readonly string[]>();

  private async codesOf(uri: string): Promise<readonly string[]> {
    const found = await this.service.findings(uri);
    return (found?.findings ?? []).flatMap(({ code }) => (CODES.has(code) ? [code] : []));
  }
}

/** How many trials came to what. */
export function trialCounts(outcomes: readonly Outcome[]): Record<Outcome['type'], number> {
  const counts = { identical: 0, respelt: 0, refused: 0 };
  for (const { type } of outcomes) counts[type]++;
  return counts;
}

function withChildren(symbol: DocumentSymbol): DocumentSymbol[] {
  return [symbol, ...(symbol.children ?? []).flatMap(withChildren)];
}

function newOnes(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter(one => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function differingLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return old.flatMap((line, at) => (line === now[at] ? [] : [`- ${line}\n+ ${now[at]}`]));
}
