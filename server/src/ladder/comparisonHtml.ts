import { bulletList } from './blockHtml.ts';
import type { ChangedPoint, ComparedLevel, ComparedSection, LevelComparison, MarkedText } from './comparison.ts';
import { type ComparisonStrings, comparisonStrings } from './comparisonStrings.ts';
import type { EffectivePoint } from './effectiveText.ts';
import { type Html, html, joinHtml } from './html.ts';
import { blockHtml, inlineHtml, placeAttributes } from './markdownHtml.ts';
import type { SourcePlace } from './richText.ts';
import { sourceButton } from './viewParts.ts';

/**
 * The body of the comparison pane, without script, style or anything that loads. Every element with `data-line` (counted from 0)
 * leads to that line of the page that its `data-uri` names; `data-href` holds a web address.
 */
export function comparisonHtml(comparison: LevelComparison, strings: ComparisonStrings = comparisonStrings()): string {
  const { here, there, sections } = comparison;
  const title = html`<h1><span id="title-here">${here.title}</span> <span aria-hidden="true">\u21C4</span> <span id="title-there">${there.title}</span></h1>`;
  const heads = html`<div class="sides heads">${headHtml(here, there, 'here', strings)}${headHtml(there, here, 'there', strings)}</div>`;
  const empty = sections.length === 0 ? html`<p class="empty-state">${strings.noSections}</p>` : undefined;
  return html`<header>${title}${summaryHtml(comparison, strings)}${toolsHtml(strings)}</header>${heads}${empty}${sections.map(section => sectionHtml(comparison, section, strings))}`
    .text;
}

function headHtml(level: ComparedLevel, other: ComparedLevel, side: Side, strings: ComparisonStrings): Html {
  const grade = level.grade === undefined ? strings.noGrade : strings.gradeNumber(level.grade);
  const facts = [grade, strings.track(level.track), ...(level.family === other.family ? [] : [level.family || strings.untitled])];
  return html`<div class="side ${side}">${sourceButton(level.place, level.title, strings, { className: 'title' })}<div class="meta">${facts.join(' \u00B7 ')}</div><button type="button" class="tool" id="tool-choose-${side}" data-do="choose-${side}" hidden>${strings.choose}<span class="unseen"> ${strings.inPlaceOf(level.title)}</span></button></div>`;
}

/** What the pane's script makes work, and shows: by `data-do`. */
function toolsHtml(strings: ComparisonStrings): Html {
  const tool = (what: string, name: string): Html =>
    html`<button type="button" class="tool" id="tool-${what}" data-do="${what}">${name}</button>`;
  return html`<div class="tools" role="group" aria-label="${strings.tools}" hidden>${tool('swap', strings.swap)}<button type="button" class="tool" id="tool-unfold" data-do="unfold" aria-pressed="false">${strings.unfoldSame}</button>${tool('text', strings.asText)}</div>`;
}

/** "3 changed · 1 only at Baker · 4 only at Senior Baker · 12 the same". */
function summaryHtml({ here, there, sections }: LevelComparison, strings: ComparisonStrings): Html {
  const sum = (count: (section: ComparedSection) => number): number => sections.reduce((all, one) => all + count(one), 0);
  const parts = [
    strings.changedCount(sum(one => one.changed.length)),
    strings.onlyAtCount(
      sum(one => one.onlyHere.length),
      here.title,
    ),
    strings.onlyAtCount(
      sum(one => one.onlyThere.length),
      there.title,
    ),
    strings.same(sum(one => one.same.length)),
  ];
  return html`<div class="summary">${joinHtml(
    parts.map(part => html`<span>${part}</span>`),
    ' \u00B7 ',
  )}</div>`;
}

type Side = 'here' | 'there';

function sectionHtml(comparison: LevelComparison, section: ComparedSection, strings: ComparisonStrings): Html {
  const id = `compared-${section.kind}`;
  const place = section.here ?? section.there;
  const name = place ? sourceButton(place, section.title, strings, { className: 'title' }) : section.title;
  return html`<section class="compared-section" id="${id}" aria-labelledby="${id}-name"><h2 id="${id}-name">${name}</h2>${changedHtml(comparison, section, strings)}${onlyHtml(comparison, section, strings)}${sameHtml(comparison, section, strings)}</section>`;
}

function changedHtml(comparison: LevelComparison, section: ComparedSection, strings: ComparisonStrings): Html | undefined {
  if (section.changed.length === 0) return undefined;
  const pairs = section.changed.map((change, index) => {
    const id = `changed-${section.kind}.${index + 1}`;
    return html`<li class="sides" id="${id}">${changedSide(change, 'here', comparison.here, `${id}.here`, strings)}${changedSide(change, 'there', comparison.there, `${id}.there`, strings)}</li>`;
  });
  return html`<h3>${namedCount(strings.changed, section.changed.length)}</h3><ul class="changes">${pairs}</ul>`;
}

/** One side of a change. Whose it is stands above it where the sides do not stand beside each other. */
function changedSide(change: ChangedPoint, side: Side, level: ComparedLevel, id: string, strings: ComparisonStrings): Html {
  const point = change[side];
  const text = side === 'here' ? change.hereText : change.thereText;
  return html`<div class="side source ${side}" id="${id}"${placeAttributes(point.place)}><p class="side-name">${level.title}</p>${mark(point.place, `${id}-text`, strings)}<span id="${id}-text"${strings.ofPage}>${markedHtml(text, side, strings)}</span>${originHtml(point, strings)}${markedChildren(text, side, id, strings)}</div>`;
}

function markedHtml({ runs }: MarkedText, side: Side, strings: ComparisonStrings): Html[] {
  return runs.map(({ text, common }) => {
    if (common) return html`${text}`;
    return side === 'here'
      ? html`<del><span class="unseen"${strings.withinPage}>${strings.gone} </span>${text}</del>`
      : html`<ins><span class="unseen"${strings.withinPage}>${strings.new} </span>${text}</ins>`;
  });
}

function markedChildren({ children }: MarkedText, side: Side, id: string, strings: ComparisonStrings): Html | undefined {
  if (children.length === 0) return undefined;
  const points = children.map((child, index) => {
    const own = `${id}.${index + 1}`;
    return html`<li class="source" id="${own}"${placeAttributes(child.place)}>${mark(child.place, `${own}-text`, strings)}<span id="${own}-text"${strings.ofPage}>${markedHtml(child, side, strings)}</span>${markedChildren(child, side, own, strings)}</li>`;
  });
  return html`<ul class="bullets">${points}</ul>`;
}

function onlyHtml({ here, there }: LevelComparison, section: ComparedSection, strings: ComparisonStrings): Html | undefined {
  if (section.onlyHere.length === 0 && section.onlyThere.length === 0) return undefined;
  return html`<div class="sides">${onlySide(section, 'here', here, strings)}${onlySide(section, 'there', there, strings)}</div>`;
}

function onlySide(section: ComparedSection, side: Side, level: ComparedLevel, strings: ComparisonStrings): Html {
  const points = side === 'here' ? section.onlyHere : section.onlyThere;
  if (points.length === 0) {
    const missing = section[side] === undefined ? html`<p class="none">${strings.noSuchSection}</p>` : undefined;
    return html`<div class="side only nothing ${side}">${missing}</div>`;
  }
  const id = `only-${side}-${section.kind}`;
  return html`<div class="side only ${side}"><h3 id="${id}">${namedCount(strings.onlyAt(level.title), points.length)}</h3>${pointList(points, id, strings)}</div>`;
}

function namedCount(name: string, count: number): Html {
  return html`${name} <span class="count">(${count})</span>`;
}

function sameHtml({ there }: LevelComparison, section: ComparedSection, strings: ComparisonStrings): Html | undefined {
  if (section.same.length === 0) return undefined;
  const id = `same-${section.kind}`;
  const points = section.same.map(pair => pair.here);
  const others = new Map(section.same.map(pair => [pair.here, elsewhere(pair.here.place, pair.there.place)]));
  const other = (point: EffectivePoint): Html | undefined => {
    const place = others.get(point);
    return place && html` ${sourceButton(place, strings.alsoAt(there.title), strings, { className: 'from' })}`;
  };
  return html`<details class="same" id="${id}"><summary>${strings.same(points.length)}</summary>${pointList(points, id, strings, other)}</details>`;
}

function elsewhere(here: SourcePlace, there: SourcePlace): SourcePlace | undefined {
  return here.uri === there.uri && here.line === there.line ? undefined : there;
}

function pointList(
  points: readonly EffectivePoint[],
  id: string,
  strings: ComparisonStrings,
  more: (point: EffectivePoint) => Html | undefined = () => undefined,
): Html {
  const list = points.map((point, index) => pointHtml(point, `${id}.${index + 1}`, more(point), strings));
  return html`<ul class="bullets">${list}</ul>`;
}

function pointHtml(point: EffectivePoint, id: string, more: Html | undefined, strings: ComparisonStrings): Html {
  const below = point.children.length > 0 ? bulletList(point.children, id, strings) : undefined;
  return html`<li class="source" id="${id}"${placeAttributes(point.place)}>${mark(point.place, `${id}-text`, strings)}${textHtml(point, `${id}-text`, strings)}${originHtml(point, strings)}${more}${below}</li>`;
}

function textHtml(point: EffectivePoint, id: string, { ofPage }: ComparisonStrings): Html {
  switch (point.type) {
    case 'bullet':
    case 'paragraph':
      return html`<span id="${id}"${ofPage}>${inlineHtml(point.text)}</span>`;
    case 'block':
      return html`<div class="block" id="${id}"${ofPage}>${blockHtml(point.text)}</div>`;
    case 'code':
      return html`<pre id="${id}"${ofPage}><code>${point.text.plain}</code></pre>`;
  }
}

/** Where a point comes from, where it is not the level's own. */
function originHtml({ origin }: EffectivePoint, strings: ComparisonStrings): Html | undefined {
  if (origin.type === 'own') return undefined;
  const from =
    origin.type === 'level' ? strings.from(origin.level ?? '') : origin.type === 'base' ? strings.fromBase : strings.wholeFamily;
  return html` <span class="from">${origin.family === undefined ? from : `${from}, ${strings.fromFamily(origin.family)}`}</span>`;
}

function mark(place: SourcePlace, textId: string, strings: ComparisonStrings): Html {
  return html`<button type="button" class="to-source mark" aria-labelledby="${textId}" title="${strings.line(place.line)}"${placeAttributes(place)}>\u2022</button>`;
}
