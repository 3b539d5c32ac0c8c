import type { MarkedText } from '../../server/src/ladder/comparison.ts';
import { compareLevels, type LevelComparison, type LevelSide } from '../../server/src/ladder/comparison.ts';
import type { EffectivePoint } from '../../server/src/ladder/effectiveText.ts';
import { SHOWN_SECTIONS } from '../../server/src/ladder/ladderView.ts';

/** What the pane would show of two levels, a line a point: `=` the same, `-` only here, `+` only there, `~` changed. */
export function told({ sections }: LevelComparison): string[] {
  return sections.flatMap(section => [
    section.title,
    ...section.same.map(({ here }) => `= ${here.text.plain}`),
    ...section.changed.map(({ hereText, thereText }) => `~ ${marked(hereText)} → ${marked(thereText)}`),
    ...section.onlyHere.map(point => `- ${point.text.plain}`),
    ...section.onlyThere.map(point => `+ ${point.text.plain}`),
  ]);
}

/** A text with brackets around what the other one has not. */
export function marked({ runs, children }: MarkedText): string {
  const own = runs.map(({ text, common }) => (common ? text : `[${text}]`)).join('');
  return [own, ...children.map(child => marked(child))].join(' / ');
}

/** What holds of any comparison; gives what does not, in words, for the first thing that does not. */
export function brokenPromise(here: LevelSide, there: LevelSide): string | undefined {
  const comparison = compareLevels(here, there);
  if (!allTheSame(compareLevels(here, here))) return 'a level beside itself is not all the same';
  if (shape(comparison) !== shape(mirrored(compareLevels(there, here)))) return 'swapped sides do not mirror';
  for (const [side, name] of [
    [here, 'here'],
    [there, 'there'],
  ] as const) {
    const points = comparison.sections.flatMap(section => pointsOf(section, name));
    if (new Set(points).size !== points.length) return `a point stands ${name} twice`;
    // The engine's own count, which the comparison does not ask for.
    for (const kind of SHOWN_SECTIONS) {
      const shown = comparison.sections.filter(section => section.kind === kind).flatMap(section => pointsOf(section, name));
      for (const { bullet, family } of side.linked.effective(side.level, kind).bullets) {
        const line = family.page.lines.lineAt(bullet.item.span.start);
        const uri = side.linked.uriOf(family);
        const found = shown.filter(({ type, place }) => type === 'bullet' && place.line === line && place.uri === uri);
        if (found.length === 0) return `“${bullet.text}” of ${kind} is not told ${name}`;
      }
    }
    for (const { changed } of comparison.sections)
      for (const change of changed) {
        const text = name === 'here' ? change.hereText : change.thereText;
        if (text.runs.map(run => run.text).join('') !== change[name].text.plain) return `the runs ${name} are not the text`;
      }
  }
  return undefined;
}

function pointsOf(section: LevelComparison['sections'][number], side: 'here' | 'there'): EffectivePoint[] {
  const only = side === 'here' ? section.onlyHere : section.onlyThere;
  return [...only, ...section.changed.map(pair => pair[side]), ...section.same.map(pair => pair[side])];
}

function allTheSame({ sections }: LevelComparison): boolean {
  return sections.every(
    ({ onlyHere, onlyThere, changed, same }) =>
      onlyHere.length + onlyThere.length + changed.length === 0 &&
      same.every(({ here, there }) => here.place.line === there.place.line),
  );
}

function mirrored(comparison: LevelComparison): LevelComparison {
  return {
    here: comparison.there,
    there: comparison.here,
    sections: comparison.sections.map(section => ({
      ...section,
      here: section.there,
      there: section.here,
      onlyHere: section.onlyThere,
      onlyThere: section.onlyHere,
      changed: section.changed.map(({ here, there, hereText, thereText }) => ({
        here: there,
        there: here,
        hereText: thereText,
        thereText: hereText,
      })),
      same: section.same.map(({ here, there }) => ({ here: there, there: here })),
    })),
  };
}

/** What is paired with what, whatever the order of the pairs and wherever the words are marked. */
function shape({ sections }: LevelComparison): string {
  const name = ({ place, text }: EffectivePoint): string => `${place.uri}:${place.line}:${text.plain}`;
  return JSON.stringify(
    sections.map(section => [
      section.kind,
      section.onlyHere.map(name),
      section.onlyThere.map(name),
      section.changed.map(pair => `${name(pair.here)}|${name(pair.there)}`).sort(),
      section.same.map(pair => `${name(pair.here)}|${name(pair.there)}`).sort(),
    ]),
  );
}
