import * as l10n from '@vscode/l10n';
import type { JobFamily } from '../../model/jobFamily.ts';
import { builtInProfiles } from '../../profile/builtIn.ts';
import { canonicalName, type Profile, type Successor } from '../../profile/profile.ts';
import { differenceOf, type SpanEdit } from '../../text/spanEdit.ts';
import type { PagesPlan, Part, PlannedPage } from './pagesPlan.ts';
import type { PagesRefactoring } from './pagesRefactoring.ts';

/**
 * Moves a page to where its profile's successor has it, its sections called as they are called there. Grade sentences stay: what
 * takes their place tells no number.
 */
export const moveToSuccessor: PagesRefactoring = {
  kind: 'refactor.move.jobFamily.toSuccessor',
  offer({ linked, family, page, profile, heading, span }) {
    const { successor } = profile;
    const isInFrontMatter = page.frontMatter !== undefined && span.start <= page.frontMatter.span.end;
    const isAtTop = isInFrontMatter || (heading !== undefined && heading === family.tree.nodes[0]);
    if (!successor || !isAtTop || placeIn(successor, linked.uri) === undefined) return undefined;
    return {
      title: l10n.t`Move to the ${successor.name}, grade sentences as they are`,
      plans: async () => [moveToSuccessorPlan([{ uri: linked.uri, family }], profile)].flatMap(plan => plan ?? []),
    };
  },
};

/** Where a page of the successor is; undefined for one that is in none of the folders that have one. */
export function placeIn({ folders }: Successor, uri: string): string | undefined {
  for (const { from, to } of folders) {
    const at = uri.indexOf(`/${from}`);
    if (at >= 0) return `${uri.slice(0, at + 1)}${to}${uri.slice(at + 1 + from.length)}`;
  }
  return undefined;
}

/** What pages become; undefined where there is no successor, or none of them moves. */
export function moveToSuccessorPlan(
  families: readonly { readonly uri: string; readonly family: JobFamily }[],
  profile: Profile,
): PagesPlan | undefined {
  const { successor } = profile;
  const next = successor && builtInProfiles.get(successor.profile);
  if (!successor || !next) return undefined;
  const pages = families.flatMap(({ uri, family }): PlannedPage[] => {
    const place = placeIn(successor, uri);
    return place === undefined ? [] : [{ uri: place, was: uri, parts: partsOf(uri, family, profile, next) }];
  });
  return pages.length === 0 ? undefined : { pages, gone: new Map(), named: [], profile: readingBoth(profile, next) };
}

/** The page with its sections' names as they are written there; the letters that both have stay. */
function partsOf(uri: string, family: JobFamily, profile: Profile, next: Profile): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const { span, newText } of renamedSections(family, profile, next)) {
    parts.push({ type: 'taken', from: uri, span: { start, end: span.start }, deeper: 0 }, { type: 'written', text: newText });
    start = span.end;
  }
  return [...parts, { type: 'taken', from: uri, span: { start, end: family.page.text.length }, deeper: 0 }];
}

function renamedSections({ page, tree }: JobFamily, profile: Profile, next: Profile): SpanEdit[] {
  return tree.nodes.flatMap(({ section, heading }) => {
    const [kind, ...others] = section?.kinds ?? [];
    if (!section || !kind || others.length > 0) return [];
    const [written, wanted] = [canonicalName(profile, kind), canonicalName(next, kind)];
    // Only what is written as the profile has it is certain to be that name and no more.
    const at = page.text.lastIndexOf(written, heading.contentSpan.end);
    if (section.name !== written || at < heading.contentSpan.start || at + written.length > heading.contentSpan.end) return [];
    const change = differenceOf(written, wanted);
    return change ? [{ span: { start: at + change.span.start, end: at + change.span.end }, newText: change.newText }] : [];
  });
}

/** The successor's profile, by which pages that are not moved yet are job families still. */
function readingBoth({ pages }: Profile, next: Profile): Profile {
  const both = (key: 'families' | 'notFamilies' | 'layouts'): readonly string[] => [
    ...new Set([...next.pages[key], ...pages[key]]),
  ];
  return { ...next, pages: { families: both('families'), notFamilies: both('notFamilies'), layouts: both('layouts') } };
}
