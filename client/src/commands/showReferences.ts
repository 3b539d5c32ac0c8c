import * as vscode from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** The command that lenses of the server name; it shows places as VS Code shows references. */
export const showReferencesCommand = 'jobFamily.showReferences';

/** Registers it: what the server says in the protocol's words is given to VS Code in its own. */
export function registerShowReferences(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand(showReferencesCommand, (uri: string, position: Position, places: Location[]) => {
    const { asUri, asPosition, asLocation } = client.protocol2CodeConverter;
    return vscode.commands.executeCommand(
      'editor.action.showReferences',
      asUri(uri),
      asPosition(position),
      places.map(place => asLocation(place)),
    );
  });
}
