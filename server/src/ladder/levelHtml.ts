import { blocksHtml } from './blockHtml.ts';
import { type Html, html } from './html.ts';
import type { LevelView } from './ladderView.ts';
import type { LevelReading, ReadingPart, ReadingSection } from './levelReading.ts';
import type { LadderStrings } from './strings.ts';
import { findingCounts, sourceButton } from './viewParts.ts';

/** One level's text; at the margin stands where each part comes from. `inherited`: what comes from elsewhere is shown too. */
export function levelHtml(level: LevelView, reading: LevelReading, inherited: boolean, strings: LadderStrings): Html {
  const grade = level.grade
    ? sourceButton(level.grade.place, strings.gradeNumber(level.grade.number), strings)
    : html`<span class="no-grade">${level.label ?? strings.noGrade}</span>`;
  const sections = reading.sections
    .map(section => ({ ...section, parts: section.parts.filter(part => inherited || isOwn(part)) }))
    .filter(section => section.parts.length > 0);
  const nothing = sections.length === 0 ? html`<p class="note">${strings.nothingWritten}</p>` : undefined;
  return html`<article class="level-text" id="level-${level.id}" data-level="${level.id}"><header class="level-head"><h2>${sourceButton(level.place, level.title, strings, { className: 'title' })}</h2><p class="meta">${grade} · ${strings.track(level.track)}${findingCounts(level.findings, strings)}</p></header>${introduction(reading, strings)}${sections.map(section => sectionHtml(section, level.id, strings))}${nothing}</article>`;
}

function introduction({ introduction, id }: LevelReading, strings: LadderStrings): Html | undefined {
  if (introduction.length === 0) return undefined;
  return html`<div class="part own"><div class="part-text">${blocksHtml(introduction, `text-introduction-${id}`, strings)}</div></div>`;
}

function sectionHtml({ kind, title, place, parts }: ReadingSection, level: string, strings: LadderStrings): Html {
  const id = `text-${kind}-${level}`;
  return html`<section aria-labelledby="${id}"><h3 id="${id}">${sourceButton(place, title, strings, { className: 'title' })}</h3>${parts.map((part, index) => partHtml(part, `${id}.${index + 1}`, strings))}</section>`;
}

function partHtml(part: ReadingPart, id: string, strings: LadderStrings): Html {
  const from =
    part.origin === 'own'
      ? html`<span class="unseen">${strings.newHere}</span>`
      : part.origin === 'family'
        ? html`${strings.wholeFamily}`
        : html`<span class="unseen">${strings.comesFrom}</span> ${sourceButton(part.place, originOf(part, strings), strings)}`;
  return html`<div class="part ${classOf(part)}"><div class="from">${from}</div><div class="part-text">${blocksHtml(part.blocks, id, strings)}</div></div>`;
}

function originOf({ level, family }: ReadingPart, strings: LadderStrings): string {
  const name = level ?? strings.base;
  return family === undefined ? name : `${name}, ${strings.fromFamily(family)}`;
}

function classOf({ origin }: ReadingPart): string {
  return origin === 'own' || origin === 'family' ? origin : 'inherited';
}

/** What stands for the whole family is the level's as much as its own words. */
function isOwn({ origin }: ReadingPart): boolean {
  return origin === 'own' || origin === 'family';
}
