import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { EditorQuestion } from './editorQuestions.ts';
import { type CareerMapParams, type CareerMapResult, careerMapRequest } from './messages.ts';

/** The career map's panel: a request of this server's own, for which LSP has no capability. */
export const careerMap: EditorQuestion = {
  capabilities: {},
  listen(connection, { service }) {
    connection.onRequest(careerMapRequest, async (params: unknown): Promise<CareerMapResult | null> => {
      if (!isParams(params))
        throw new ResponseError(
          ErrorCodes.InvalidParams,
          `${careerMapRequest} wants { uri, scope: 'family' | 'department', steps: 1 to 9 }`,
        );
      return (await service().careerMapPage(params)) ?? null;
    });
  },
};

function isParams(value: unknown): value is CareerMapParams {
  if (value === null || typeof value !== 'object') return false;
  const { uri, scope, steps } = value as Readonly<Record<string, unknown>>;
  return (
    typeof uri === 'string' &&
    (scope === 'family' || scope === 'department') &&
    Number.isInteger(steps) &&
    Number(steps) >= 1 &&
    Number(steps) <= 9
  );
}
