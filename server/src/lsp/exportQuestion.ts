import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { EditorQuestion } from './editorQuestions.ts';
import { type ExportParams, type ExportResult, exportRequest } from './messages.ts';

/** Job families as a text to be saved: a request of this server's own, for which LSP has no capability. */
export const exportFamilies: EditorQuestion = {
  capabilities: {},
  listen(connection, { service }) {
    connection.onRequest(exportRequest, async (params: unknown, token): Promise<ExportResult | null> => {
      if (!isParams(params))
        throw new ResponseError(
          ErrorCodes.InvalidParams,
          `${exportRequest} wants { uris, format: 'html' | 'csv' | 'markdown' | 'json' | 'svg', view?: 'matrix' | 'levels' }`,
        );
      return (await service().exported(params, token)) ?? null;
    });
  },
};

function isParams(value: unknown): value is ExportParams {
  if (value === null || typeof value !== 'object') return false;
  const { uris, format, view } = value as Readonly<Record<string, unknown>>;
  return (
    Array.isArray(uris) &&
    uris.every(uri => typeof uri === 'string') &&
    ['html', 'csv', 'markdown', 'json', 'svg'].includes(String(format)) &&
    (view === undefined || view === 'matrix' || view === 'levels')
  );
}
