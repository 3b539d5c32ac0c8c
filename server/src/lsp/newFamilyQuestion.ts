import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { EditorQuestion } from './editorQuestions.ts';
import { type NewFamilyParams, type NewFamilyResult, newFamilyRequest } from './messages.ts';

/** What a new family can be, and its page: a request of this server's own, for which LSP has no capability. */
export const newFamily: EditorQuestion = {
  capabilities: {},
  listen(connection, { service }) {
    connection.onRequest(newFamilyRequest, async (params: unknown): Promise<NewFamilyResult> => {
      if (!isParams(params))
        throw new ResponseError(
          ErrorCodes.InvalidParams,
          `${newFamilyRequest} wants { near?, department?, title?, template?: 'levels' | 'roles', levels?: { title, grade? }[] }`,
        );
      return service().newFamily(params);
    });
  },
};

function isParams(value: unknown): value is NewFamilyParams {
  if (value === null || typeof value !== 'object') return false;
  const { near, department, title, template, levels } = value as Readonly<Record<string, unknown>>;
  return (
    [near, department, title].every(one => one === undefined || typeof one === 'string') &&
    (template === undefined || template === 'levels' || template === 'roles') &&
    (levels === undefined || (Array.isArray(levels) && levels.every(isLevel)))
  );
}

function isLevel(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  const { title, grade } = value as Readonly<Record<string, unknown>>;
  return typeof title === 'string' && title.trim() !== '' && (grade === undefined || Number.isInteger(grade));
}
