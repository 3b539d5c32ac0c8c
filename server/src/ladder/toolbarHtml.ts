import type { LadderShown, LadderViewName } from '../lsp/messages.ts';
import { attributes, type Html, html } from './html.ts';
import type { LadderView } from './ladderView.ts';
import type { LadderStrings } from './strings.ts';

const VIEWS: readonly LadderViewName[] = ['ladder', 'matrix', 'level'];

/** What else can be done with the family: the extension knows the command behind each. */
const ACTIONS = ['compare', 'map', 'export'] as const;

export type LadderAction = (typeof ACTIONS)[number];

/** The controls of the pane. Its script keeps what is chosen, makes them work, and asks for what they say. */
export function toolbarHtml(view: LadderView, shown: LadderShown, level: string | undefined, strings: LadderStrings): Html {
  const buttons = VIEWS.map(
    name =>
      html`<button type="button" data-view="${name}" aria-pressed="${String(name === shown.view)}">${strings.viewName(name)}</button>`,
  );
  const levels = view.levels.map(one => option(one.id, one.title, one.id === level));
  const choice =
    levels.length > 0
      ? html`<select id="level-choice" data-level-choice aria-label="${strings.viewName('level')}">${levels}</select>`
      : undefined;
  const actions = ACTIONS.map(
    action => html`<button type="button" data-action="${action}">${strings.actionName(action)}</button>`,
  );
  return html`<div class="toolbar" id="toolbar"><div class="view-switch" role="group" aria-label="${strings.views}">${buttons}${choice}</div>${shown.view === 'level' ? undefined : filtersHtml(view, strings)}<label class="check"><input type="checkbox" data-inherited${attributes({ checked: shown.inherited ? '' : undefined })}>${strings.inherited}</label><div class="actions">${actions}<button type="button" data-lock aria-pressed="false" title="${strings.lockHint}">${strings.lock}</button></div></div>`;
}

/** Only what there is a choice of. */
function filtersHtml(view: LadderView, strings: LadderStrings): Html {
  const grades = [...new Set(view.levels.flatMap(level => level.grade?.number ?? []))].sort((a, b) => b - a);
  const choices = [
    choiceHtml(
      'section',
      strings.section,
      strings.allSections,
      view.sections.map(({ kind, title }) => ({ value: kind, title })),
    ),
    choiceHtml(
      'track',
      strings.trackName,
      strings.allTracks,
      view.tracks.map(track => ({ value: track, title: strings.track(track) })),
    ),
    choiceHtml(
      'grade',
      strings.grade,
      strings.allGrades,
      grades.map(grade => ({ value: String(grade), title: strings.gradeNumber(grade) })),
    ),
  ];
  return html`<div class="filters" role="search" id="filters"><input type="search" id="filter-text" data-filter="text" placeholder="${strings.filter}" aria-label="${strings.filter}" autocomplete="off" spellcheck="false">${choices}</div>`;
}

function choiceHtml(
  name: string,
  label: string,
  all: string,
  choices: readonly { readonly value: string; readonly title: string }[],
): Html | undefined {
  if (choices.length < 2) return undefined;
  const options = choices.map(({ value, title }) => option(value, title, false));
  return html`<select id="filter-${name}" data-filter="${name}" aria-label="${label}">${option('', all, false)}${options}</select>`;
}

function option(value: string, title: string, selected: boolean): Html {
  return html`<option value="${value}"${attributes({ selected: selected ? '' : undefined })}>${title}</option>`;
}
