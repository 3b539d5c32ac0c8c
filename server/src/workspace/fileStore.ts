import { buildJobFamily } from '../model/buildJobFamily.ts';
import { exportsOfFamily, type FamilyExports } from '../model/familyExports.ts';
import type { GradeLadder } from '../model/gradeLadder.ts';
import type { JobFamily } from '../model/jobFamily.ts';
import type { PageContext } from '../model/readers/openLadder.ts';
import type { Profile } from '../profile/profile.ts';
import { outlinePage, type PageOutline } from '../syntax/outline.ts';
import { type PageSyntax, pageInSteps } from '../syntax/page.ts';
import { YamlDocument } from '../syntax/yamlDocument.ts';
import { hashOf } from '../text/hash.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Pace } from '../text/steps.ts';
import { familyFingerprint, outlineFingerprint } from './fingerprint.ts';
import { isYamlFile, parseFile } from './parsedFile.ts';

/** What is known of one file. What is made of its text is made when first asked for, and goes with the text. */
interface FileState {
  /** Undefined where only what others see of the file is kept. */
  text: string | undefined;
  /** Which text it is: no two texts, of whichever file, have the same. */
  revision: number;
  /** Of a text that was let go: tells whether the one that is read again is the same. */
  hash?: number;
  lines?: LineIndex;
  syntax?: PageSyntax;
  /** The last syntax, where the text has changed since: what the next parse reuses. */
  earlier?: PageSyntax | undefined;
  yaml?: YamlDocument;
  family?: { readonly family: JobFamily; readonly ladder: GradeLadder };
  outline?: Kept<PageOutline>;
  exported?: Kept<FamilyExports> & { readonly ladder: GradeLadder };
  /** The text in lower case, while pieces are looked for. */
  lowerCase?: string;
  /** Answers of `mentions` for this text, by the pieces asked for. */
  mentioned?: Map<string, boolean>;
  /** Reading this text threw: nothing is known of the file until it changes. */
  failed?: boolean;
}

/** What others see of a file. It outlives the text. */
interface Kept<Value> {
  readonly value: Value;
  /** Revision of the text it was made of. */
  readonly of: number;
  /** Stays as it is as long as the value's fingerprint does: typing in a bullet changes none. */
  readonly revision: number;
}

/**
 * The files of a workspace as they were read. *Whole* ones have their text and all that is made of it: open documents and
 * those used last. Of all others what other pages see of them is kept: the outline, and of families their levels. Asking
 * reads nothing. Every URI is canonical.
 */
export class FileStore {
  private readonly files = new Map<string, FileState>();
  /** Whole files, the one used longest ago first. */
  private readonly whole = new Set<string>();
  private counter = 0;

  /** `onFailed` is called when a file cannot be read because reading it throws, once for each text of it. */
  constructor(
    private readonly profile: Profile,
    private readonly contextOf: (uri: string) => PageContext | undefined,
    private readonly onFailed: (uri: string, error: unknown) => void,
  ) {}

  /** True where a file's text is here. */
  hasText(uri: string): boolean {
    return this.files.get(uri)?.text !== undefined;
  }

  /** Sets the text of a file; true where it is another than the one before. */
  setText(uri: string, text: string): boolean {
    this.use(uri);
    const state = this.files.get(uri);
    if (state?.text === text) return false;
    if (state && state.text === undefined && state.hash === hashOf(text)) {
      state.text = text;
      return false;
    }
    const earlier = state?.syntax ?? state?.earlier;
    this.files.set(uri, {
      text,
      revision: ++this.counter,
      ...(earlier ? { earlier } : {}),
      ...(state?.outline ? { outline: state.outline } : {}),
      ...(state?.exported ? { exported: state.exported } : {}),
    });
    return true;
  }

  /** Forgets a file that is no more. */
  remove(uri: string): void {
    this.files.delete(uri);
    this.whole.delete(uri);
  }

  /** Says that a whole file is in use: others are let go first. */
  use(uri: string): void {
    this.whole.delete(uri);
    this.whole.add(uri);
  }

  /** Lets go of the texts, and all that is made of them, but of those used last and those that are wanted. */
  letGo(most: number, ladder: GradeLadder, isWanted: (uri: string) => boolean): void {
    for (const uri of this.whole) {
      if (this.whole.size <= most) return;
      if (isWanted(uri)) continue;
      this.whole.delete(uri);
      this.keepExports(uri, ladder);
    }
  }

  /** Notes what others see of a file that was read elsewhere. The text itself is not here then. */
  setOutline(uri: string, outline: PageOutline): void {
    const state = this.files.get(uri);
    if (state?.text !== undefined) return;
    const revision = ++this.counter;
    this.files.set(uri, { text: undefined, revision, outline: this.kept(outline, revision, state?.outline, outlineFingerprint) });
  }

  /** Which text of a file counts now: it changes with every change. 0 where none was ever read. */
  revisionOf(uri: string): number {
    return this.files.get(uri)?.revision ?? 0;
  }

  /** Changes only when what others see of a page changes: its ids, headings, shortcodes. 0 where its outline is not known. */
  outlineRevision(uri: string): number {
    return this.outline(uri) ? this.files.get(uri)!.outline!.revision : 0;
  }

  text(uri: string): string | undefined {
    return this.files.get(uri)?.text;
  }

  lines(uri: string): LineIndex | undefined {
    const state = this.files.get(uri);
    if (state?.text === undefined) return undefined;
    state.lines ??= state.syntax?.lines ?? new LineIndex(state.text);
    return state.lines;
  }

  syntax(uri: string): PageSyntax | undefined {
    const state = this.files.get(uri);
    if (state?.text === undefined) return undefined;
    const { text } = state;
    if (!state.syntax) {
      const syntax = this.guarded(uri, state, () => parseFile(uri, text, state.earlier, this.profile.site.headingIds));
      if (syntax) state.syntax = syntax;
      state.earlier = undefined;
    }
    return state.syntax;
  }

  /**
   * Makes the syntax of a file known in steps: `syntax` has it at once then. What has changed meanwhile is left to be made by
   * that. Stops after any step.
   */
  async prepareSyntax(uri: string, pace: Pace): Promise<void> {
    const state = this.files.get(uri);
    // YAML is read at once: its reader takes no steps.
    if (state?.text === undefined || state.syntax || state.failed || isYamlFile(uri)) return;
    try {
      const syntax = await pace.through(pageInSteps(state.text, state.earlier, this.profile.site.headingIds));
      if (!syntax || this.files.get(uri) !== state || state.syntax) return;
      state.syntax = syntax;
      state.earlier = undefined;
    } catch {
      // Reported by `syntax`.
    }
  }

  /** The syntax where it is made already. */
  knownSyntax(uri: string): PageSyntax | undefined {
    return this.files.get(uri)?.syntax;
  }

  yaml(uri: string): YamlDocument | undefined {
    const state = this.files.get(uri);
    if (state?.text === undefined) return undefined;
    state.yaml ??= new YamlDocument(state.text);
    return state.yaml;
  }

  /** The family on a page, whether it is one or not: the caller has asked. */
  family(uri: string, ladder: GradeLadder): JobFamily | undefined {
    const syntax = this.syntax(uri);
    if (!syntax) return undefined;
    const state = this.files.get(uri)!;
    if (state.family?.ladder !== ladder) {
      const family = this.guarded(uri, state, () => buildJobFamily(syntax, this.profile, ladder, this.contextOf(uri)));
      if (!family) return undefined;
      state.family = { family, ladder };
    }
    return state.family.family;
  }

  /** True where `outline` has an answer. */
  hasOutline(uri: string): boolean {
    const state = this.files.get(uri);
    return state !== undefined && (state.text !== undefined || state.outline?.of === state.revision);
  }

  outline(uri: string): PageOutline | undefined {
    const state = this.files.get(uri);
    if (!state) return undefined;
    if (state.outline?.of !== state.revision) {
      const { text } = state;
      if (text === undefined) return undefined;
      const outline = this.guarded(uri, state, () => outlinePage(isYamlFile(uri) ? '' : text, this.profile.site.headingIds));
      if (!outline) return undefined;
      state.outline = this.kept(outline, state.revision, state.outline, outlineFingerprint);
    }
    return state.outline.value;
  }

  /** True where `exported` has an answer. */
  hasExported(uri: string, ladder: GradeLadder): boolean {
    const state = this.files.get(uri);
    return state !== undefined && (state.text !== undefined || isCurrent(state, ladder));
  }

  /** What others see of the family on a page; undefined as well where its text is not here and was not read by this ladder. */
  exported(uri: string, ladder: GradeLadder): FamilyExports | undefined {
    const state = this.files.get(uri);
    if (!state) return undefined;
    if (!isCurrent(state, ladder)) {
      const family = this.family(uri, ladder);
      const exported = family && this.guarded(uri, state, () => exportsOfFamily(family, this.profile));
      if (!exported) return undefined;
      this.setExported(uri, exported, ladder);
    }
    return state.exported!.value;
  }

  /** Notes what others see of a family that was read elsewhere, by this ladder. */
  setExported(uri: string, exported: FamilyExports, ladder: GradeLadder): void {
    const state = this.files.get(uri);
    if (state) state.exported = { ...this.kept(exported, state.revision, state.exported, familyFingerprint), ladder };
  }

  /** True where a file has each of these pieces of lower-case text somewhere; undefined where its text is not here and nobody has asked before. */
  mentions(uri: string, pieces: readonly string[]): boolean | undefined {
    const state = this.files.get(uri);
    if (!state) return undefined;
    const key = pieces.join('\n');
    const known = state.mentioned?.get(key);
    if (known !== undefined || state.text === undefined) return known;
    state.lowerCase ??= state.text.toLowerCase();
    const { lowerCase } = state;
    const answer = pieces.every(piece => lowerCase.includes(piece));
    state.mentioned ??= new Map();
    state.mentioned.set(key, answer);
    return answer;
  }

  /** What is read of a file; undefined if reading its text throws: that must not stop what is asked of other files. */
  private guarded<Value>(uri: string, state: FileState, read: () => Value): Value | undefined {
    if (state.failed === true) return undefined;
    try {
      return read();
    } catch (error) {
      state.failed = true;
      this.onFailed(uri, error);
      return undefined;
    }
  }

  /** What others see is made of the text as it is now before that goes: afterwards nobody could. */
  private keepExports(uri: string, ladder: GradeLadder): void {
    const state = this.files.get(uri);
    if (state?.text === undefined) return;
    this.outline(uri);
    if (state.exported ?? state.family ?? state.mentioned) this.exported(uri, ladder);
    const { text, revision, outline, exported, mentioned } = state;
    this.files.set(uri, {
      text: undefined,
      revision,
      hash: hashOf(text),
      ...(outline ? { outline } : {}),
      ...(exported ? { exported } : {}),
      ...(mentioned ? { mentioned } : {}),
    });
  }

  private kept<Value>(
    value: Value,
    of: number,
    before: Kept<Value> | undefined,
    fingerprint: (value: Value) => string,
  ): Kept<Value> {
    const same = before !== undefined && fingerprint(before.value) === fingerprint(value);
    return { value, of, revision: same ? before.revision : ++this.counter };
  }
}

function isCurrent({ exported, revision }: FileState, ladder: GradeLadder): boolean {
  return exported?.of === revision && exported.ladder === ladder;
}
