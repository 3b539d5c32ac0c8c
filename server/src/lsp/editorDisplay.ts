/** What an editor's settings say of what is shown within the text. All of it is, where they say nothing. */
export interface EditorDisplay {
  readonly inlayHints: { readonly grades: boolean; readonly inherited: boolean };
  readonly codeLens: { readonly extendedBy: boolean; readonly references: boolean; readonly compare: boolean };
}

/** Reads the settings `inlayHints` and `codeLens` of the section `jobFamily`, whatever else it holds. */
export function readEditorDisplay(settings: unknown): EditorDisplay {
  const { inlayHints, codeLens } = asRecord(settings);
  const [hints, lenses] = [asRecord(inlayHints), asRecord(codeLens)];
  return {
    inlayHints: { grades: hints.grades !== false, inherited: hints.inherited !== false },
    codeLens: {
      extendedBy: lenses.extendedBy !== false,
      references: lenses.references !== false,
      compare: lenses.compare !== false,
    },
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {};
}
