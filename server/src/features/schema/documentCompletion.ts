import type { CompletionList } from 'vscode-languageserver-types';
import { documentKinds } from '../../workspace/documentKinds.ts';
import type { LinkedDocument } from '../../workspace/linkedDocument.ts';
import { schemaCompletion } from './schemaCompletion.ts';

/** What can be written at an offset of a YAML document. */
export function documentCompletion(document: LinkedDocument, offset: number): CompletionList {
  const { schema } = documentKinds[document.kind].schema;
  return schemaCompletion(document.yaml, schema, offset, name => valuesOf(document, name));
}

/** The values that schemas name by `x-values`. */
function valuesOf(document: LinkedDocument, name: string): readonly string[] {
  return name === 'family-pages' ? document.familyUrls() : [];
}
