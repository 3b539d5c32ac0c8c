import * as vscode from 'vscode';
import type { NewFamilyParams, NewFamilyResult } from '../../../server/src/lsp/messages.ts';
import { askText, pickMany, pickOne, type StepPlace, type StepResult } from '../steps/steps.ts';

/** All that a new family needs to be known of. */
export type NewFamilyAnswers = Required<Omit<NewFamilyParams, 'near'>>;

/** Answers so far, and what the server says that can follow. */
interface Asking {
  readonly near: string | undefined;
  readonly ask: (params: NewFamilyParams) => Promise<NewFamilyResult>;
}

type Step = (
  answers: Partial<NewFamilyAnswers>,
  asking: Asking,
  place: StepPlace,
) => Promise<StepResult<Partial<NewFamilyAnswers>>>;

const STEPS: readonly Step[] = [askDepartment, askTitle, askTemplate, askLevels];

/**
 * Asks for all of a new family, step by step and back again; undefined where the user gave up. `near`: URI of the folder or file that
 * the command was called on.
 */
export async function askNewFamily(near: string | undefined, ask: Asking['ask']): Promise<NewFamilyAnswers | undefined> {
  const title = vscode.l10n.t('New Job Family');
  let answers: Partial<NewFamilyAnswers> = {};
  for (let at = 0; at < STEPS.length; ) {
    const result = await STEPS[at]!(answers, { near, ask }, { title, step: at + 1, totalSteps: STEPS.length });
    if (result.type === 'cancelled') return undefined;
    if (result.type === 'back') at--;
    else {
      answers = { ...answers, ...result.value };
      at++;
    }
  }
  return answers as NewFamilyAnswers;
}

interface DepartmentItem extends vscode.QuickPickItem {
  readonly department: string;
}

async function askDepartment(answers: Partial<NewFamilyAnswers>, { near, ask }: Asking, place: StepPlace) {
  const { departments, nearDepartment } = await ask(near === undefined ? {} : { near });
  const items = departments.map((department): DepartmentItem => ({ label: department, department }));
  const active = items.find(item => item.department === (answers.department ?? nearDepartment));
  const picked = await pickOne(
    place,
    vscode.l10n.t('The department, or a new one'),
    items,
    active,
    (department): DepartmentItem | undefined =>
      departments.includes(department)
        ? undefined
        : { label: vscode.l10n.t('New department “{0}”', department), department, alwaysShow: true },
  );
  return mapped(picked, ({ department }) => ({ department }));
}

async function askTitle(answers: Partial<NewFamilyAnswers>, { near, ask }: Asking, place: StepPlace) {
  const department = answers.department ?? '';
  const asked = await askText(
    place,
    vscode.l10n.t('The title of the job family, without a seniority word: it names the page and the file'),
    answers.title ?? '',
    async title => (await ask({ ...(near === undefined ? {} : { near }), department, title })).trouble,
  );
  return mapped(asked, title => ({ title: title.trim() }));
}

interface TemplateItem extends vscode.QuickPickItem {
  readonly template: NewFamilyAnswers['template'];
}

async function askTemplate(answers: Partial<NewFamilyAnswers>, _: Asking, place: StepPlace) {
  const items: readonly TemplateItem[] = [
    {
      label: vscode.l10n.t('Levels on one page'),
      detail: vscode.l10n.t('Template 1: what all levels share stands once, then the levels.'),
      template: 'levels',
    },
    {
      label: vscode.l10n.t('Roles of their own'),
      detail: vscode.l10n.t('Template 2: each level has every section, from Responsibilities to Hiring Process.'),
      template: 'roles',
    },
  ];
  const active = items.find(({ template }) => template === answers.template);
  const picked = await pickOne(place, vscode.l10n.t('The template of the page'), items, active);
  return mapped(picked, ({ template }) => ({ template }));
}

interface LevelItem extends vscode.QuickPickItem {
  readonly level: { readonly title: string; readonly grade?: number };
}

async function askLevels(answers: Partial<NewFamilyAnswers>, { ask }: Asking, place: StepPlace) {
  const { steps } = await ask({ title: answers.title ?? '' });
  const items = steps.map(
    ({ title, grade, track }): LevelItem => ({
      label: title,
      description: [
        ...(grade === undefined ? [] : [vscode.l10n.t('grade {0}', grade)]),
        ...(track === 'management' ? [vscode.l10n.t('management')] : []),
      ].join(', '),
      level: { title, ...(grade === undefined ? {} : { grade }) },
    }),
  );
  const usual = items.filter((_, at) => steps[at]!.usual);
  const picked = await pickMany(place, vscode.l10n.t('The levels; tick one at least'), items, usual);
  // In the order of the ladder, whatever was ticked first.
  return mapped(picked, chosen => ({ levels: items.filter(item => chosen.includes(item)).map(({ level }) => level) }));
}

function mapped<T, Mapped>(result: StepResult<T>, map: (value: T) => Mapped): StepResult<Mapped> {
  return result.type === 'next' ? { type: 'next', value: map(result.value) } : result;
}
