import type { Finding } from '../../rules/finding.ts';
import { tellsMore } from '../../rules/fixAll.ts';
import { EditedText } from '../../text/editedText.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { FileEdit } from '../fileEdits.ts';
import { anchorEdits } from '../linkEdits.ts';
import { keepsAmounts } from './amounts.ts';
import { movedAnchors, ownLinkEdits } from './movedAnchors.ts';
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

/**
 * Makes a refactoring: its edits, and those of all links to headings whose ids it changes. Undefined where it would not leave
 * the page as it promises: where a level would lose or gain something, or an error come.
 */
export async function restructured(
  linked: LinkedFamily,
  { leaves }: Refactoring,
  offer: Offer,
  host: RestructuringHost,
): Promise<readonly FileEdit[] | undefined> {
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
  const { lines } = linked.family.page;
  const own = edited.edits().map(({ span, newText }): FileEdit => ({ uri: linked.uri, range: lines.rangeOf(span), newText }));
  return moved.size === 0 ? own : [...own, ...(await otherLinkEdits(linked.uri, moved, host))];
}

/** What follows on other pages. */
async function otherLinkEdits(
  uri: string,
  moved: ReadonlyMap<string, string>,
  host: RestructuringHost,
): Promise<readonly FileEdit[]> {
  const edits = anchorEdits(await host.wholeWorkspace(), uri, moved);
  return edits.flatMap(edit => (edit.uri === uri ? [] : [{ ...edit, reason: 'other-page' as const }]));
}

/** True where there is an error that there was not; what is added may lack what the page's levels lack already. */
function bringsError(before: readonly Finding[], errors: readonly Finding[], leaves: Refactoring['leaves']): boolean {
  const known = before.filter(isError);
  return leaves === 'same' ? tellsMore(errors, known) : errors.some(({ code }) => !known.some(one => one.code === code));
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
