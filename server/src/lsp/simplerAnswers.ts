import {
  type ClientCapabilities,
  type Diagnostic,
  type DocumentSymbol,
  MarkupContent,
  type MarkupKind,
  type SymbolInformation,
} from 'vscode-languageserver';

/** Answers in words that every client knows: older versions of the protocol, and clients that say little of themselves, know no more. */

/** A text as a client can show it: as it is written where it shows no markdown, or has not said that it does. */
export function markupFor<Text>(formats: readonly MarkupKind[] | undefined, text: Text | MarkupContent): Text | MarkupContent {
  return MarkupContent.is(text) && !formats?.includes(text.kind) ? { ...text, kind: 'plaintext' } : text;
}

/** A finding that is sent, without what the client has not said that it takes. */
export function sentDiagnostic(diagnostic: Diagnostic, client: ClientCapabilities): Diagnostic {
  const { relatedInformation, codeDescription, data, ...plain } = diagnostic;
  const takes = client.textDocument?.publishDiagnostics;
  return {
    ...plain,
    ...(takes?.relatedInformation && relatedInformation ? { relatedInformation } : {}),
    ...(takes?.codeDescriptionSupport && codeDescription ? { codeDescription } : {}),
    ...(takes?.dataSupport && data !== undefined ? { data } : {}),
  };
}

/** Symbols one after the other, each with the name of the one that it stands in, for a client that knows no nested ones. */
export function flatSymbols(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) },
    ...flatSymbols(children, uri, name),
  ]);
}
