import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type ExtensionApi } from './extension.ts';

export { deactivate } from './extension.ts';

/** Where Node is: the server runs as a process of its own. */
export function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const module = context.asAbsolutePath('dist/server.js');
  return activateWith(context, (id, name, options) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(
      id,
      name,
      { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
      options,
    );
  });
}
