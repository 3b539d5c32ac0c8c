import * as l10n from '@vscode/l10n';
import type { HeadingNode } from '../../model/headingTree.ts';
import type { Level } from '../../model/jobFamily.ts';
import { canonicalName, type SectionKind } from '../../profile/profile.ts';
import { touches } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { escapeMarkdown } from '../markdownText.ts';

/** The heading at an offset that names a section; undefined where none does. */
export function sectionHeadingAt({ family }: LinkedFamily, offset: number): HeadingNode | undefined {
  return family.tree.nodes.find(node => node.section && touches(node.heading.contentSpan, offset));
}

/** What belongs into the sections that a heading names, what is asked of them, and what this one has. */
export function sectionText(linked: LinkedFamily, node: HeadingNode): string {
  return node.section!.kinds.map(kind => kindText(linked, node, kind)).join('\n\n');
}

function kindText(linked: LinkedFamily, node: HeadingNode, kind: SectionKind): string {
  const { profile } = linked;
  const { required, familySections, extendableSections } = profile;
  const lines = [`**${canonicalName(profile, kind)}**`];
  const advice = profile.sections.find(section => section.kind === kind)?.advice;
  if (advice !== undefined) lines.push('', escapeMarkdown(advice));
  const facts: string[] = [];
  if (required.sections.includes(kind)) {
    if (familySections.includes(kind)) facts.push(l10n.t`Every level needs one, or the page once for all.`);
    else if (extendableSections.includes(kind)) facts.push(l10n.t`Every level needs one, its own or taken over.`);
    else facts.push(l10n.t`Every level needs one.`);
  }
  for (const bullet of required.bullets)
    if (bullet.section === kind) facts.push(l10n.t`The bullet “${escapeMarkdown(bullet.text)}” must be there.`);
  const owner = extendableSections.includes(kind) ? ownerOf(linked, node) : undefined;
  if (owner) {
    const { ownCount, inheritedCount } = linked.effective(owner, kind);
    facts.push(l10n.t`Here: ${ownCount} own, ${inheritedCount} inherited.`);
  }
  if (facts.length > 0) lines.push('', ...facts.map(fact => `- ${fact}`));
  return lines.join('\n');
}

function ownerOf({ family }: LinkedFamily, node: HeadingNode): Level | undefined {
  return family.levels.find(level => level.sections.some(section => section.node === node));
}
