import type { JobFamily, Section } from '../model/jobFamily.ts';
import { linksWithin } from '../syntax/page.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { ownSource } from './levelSection.ts';
import { type LinkTarget, placeAt, type SourcePlace, targetOf } from './richText.ts';

/** A family that one may move on to: a link of a Career Ladder section to another family's page. */
export interface NextFamily {
  readonly title: string;
  readonly target: LinkTarget;
  /** Where the link stands. */
  readonly place: SourcePlace;
}

/** The next families of all Career Ladder sections, each once, in page order. A link to a family whose page does not exist counts too. */
export function nextFamilies(linked: LinkedFamily): NextFamily[] {
  const source = ownSource(linked);
  const found = new Map<string, NextFamily>();
  for (const section of careerSections(linked.family)) {
    for (const block of section.blocks) {
      for (const link of linksWithin(linked.family.page, block.span)) {
        if (link.form === 'image' || link.text === '') continue;
        const target = targetOf(source, link);
        const key = JSON.stringify(target);
        if (isFamily(linked, target) && !found.has(key))
          found.set(key, { title: link.text.replace(/\s+/g, ' '), target, place: placeAt(source, link.span.start) });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.place.line - b.place.line);
}

function isFamily(linked: LinkedFamily, target: LinkTarget): boolean {
  if (target.type === 'place') return target.place.uri !== undefined && linked.isFamilyPage(target.place.uri);
  if (target.type !== 'missing') return false;
  // A page that is not there has no path: it would be a family if the page of that URL were one.
  const path = target.url.replace(/#.*$/, '').replace(/\/$/, '');
  return linked.profile.site.contentRoots.some(root => linked.isFamilyPage(`${root}${path}.md`));
}

function careerSections(family: JobFamily): Section[] {
  const sections = [...family.levels.flatMap(level => level.sections), ...family.shared];
  return sections.filter(section => section.kind === 'career-ladder');
}
