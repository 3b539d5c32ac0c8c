import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type ExtensionApi } from './extension.ts';

export { deactivate } from './extension.ts';

/** Where Node is: the server runs as a process of its own. */
export function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const module = context.asAbsolutePath('dist/server.js');
  return activateWith(context, (id, name, options) => {
    const server = (...execArgv: string[]) => ({
      module,
      transport: TransportKind.ipc,
      // What an edit makes lives short: with room for it, it is collected between two edits and not within one.
      options: { execArgv: ['--max-semi-space-size=32', ...execArgv] },
    });
    return new LanguageClient(id, name, { run: server(), debug: server('--nolazy', '--inspect=6009') }, options);
  });
}
