import type { TextEdit } from 'vscode-languageserver-types';
import type { Finding } from '../../rules/finding.ts';
import { tellsMore } from '../../rules/fixAll.ts';
import { EditedText } from '../../text/editedText.ts';
import { textOf } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { linksTo } from '../../workspace/linksTo.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { keepsAmounts } from './amounts.ts';
import { movedAnchors, ownLinkEdits, withAnchor } from './movedAnchors.ts';
import type { Offer, Refactoring } from './refactoring.ts';

/** What is asked beyond the page while it is restructured. */
export interface RestructuringHost {
  /** The page as it would be with this text; undefined where it were no job family any more. */
  draft(text: string): Promise<LinkedFamily | undefined>;
  /** What would be found on the page with this text. */
  findings(text: string): Promise<readonly Finding[]>;
  /** The workspace with all its pages read. */
  wholeWorkspace(): Promise<Workspace>;
}

/** A restructured page, and what follows on others. */
export interface Restructured {
  readonly edits: readonly SpanEdit[];
  /** The edits of other pages by their URI. */
  readonly others: ReadonlyMap<string, readonly TextEdit[]>;
}

/**
 * Makes a refactoring: its edits, and those of all links to headings whose ids it changes. Undefined where it would not leave
 * the page as it promises: where a level would lose or gain something, or an error come.
 */
export async function restructured(
  linked: LinkedFamily,
  { leaves }: Refactoring,
  offer: Offer,
  host: RestructuringHost,
): Promise<Restructured | undefined> {
  const edited = new EditedText(linked.family.page.text);
  edited.apply(offer.edits());
  const draft = await host.draft(edited.text);
  if (!draft) return undefined;
  const moved = movedAnchors(linked.family, draft.family);
  const followed = ownLinkEdits(draft, moved);
  edited.apply(followed);
  const after = followed.length === 0 ? draft : await host.draft(edited.text);
  if (!after || !keepsAmounts(linked, after, leaves)) return undefined;
  const errors = (await host.findings(edited.text)).filter(isError);
  if (errors.length > 0 && bringsError(await host.findings(linked.family.page.text), errors, leaves)) return undefined;
  return { edits: edited.edits(), others: moved.size === 0 ? new Map() : await otherLinkEdits(linked.uri, moved, host) };
}

async function otherLinkEdits(
  uri: string,
  moved: ReadonlyMap<string, string>,
  host: RestructuringHost,
): Promise<ReadonlyMap<string, readonly TextEdit[]>> {
  const workspace = await host.wholeWorkspace();
  const edits = new Map<string, TextEdit[]>();
  for (const [anchor, now] of moved) {
    for (const place of linksTo(workspace, { uri, anchor })) {
      if (place.uri === uri || !(await workspace.loadText(place.uri))) continue;
      const lines = workspace.lines(place.uri);
      if (!lines) continue;
      const span = { start: lines.offsetAt(place.range.start), end: lines.offsetAt(place.range.end) };
      const newText = withAnchor(textOf(lines.text, span), now);
      const ofPage = edits.get(place.uri);
      if (ofPage) ofPage.push({ range: place.range, newText });
      else edits.set(place.uri, [{ range: place.range, newText }]);
    }
  }
  return edits;
}

/** True where there is an error that there was not; what is added may lack what the page's levels lack already. */
function bringsError(before: readonly Finding[], errors: readonly Finding[], leaves: Refactoring['leaves']): boolean {
  const known = before.filter(isError);
  return leaves === 'same' ? tellsMore(errors, known) : errors.some(({ code }) => !known.some(one => one.code === code));
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
