import type { WorkspaceHost } from '../../server/src/workspace/workspaceHost.ts';
import type { Dice } from './dice.ts';

/** A host whose answers come some turns of the event loop later, so that other messages are handled before them. */
export function slowHost(host: WorkspaceHost, roll: Dice, maxTurns: number): WorkspaceHost {
  const later = async (): Promise<void> => {
    for (let turns = roll(maxTurns); turns > 0; turns--) await new Promise(resolve => setImmediate(resolve));
  };
  return {
    log: message => host.log(message),
    pause: () => new Promise(resolve => setImmediate(resolve)),
    async readFile(uri) {
      await later();
      return host.readFile(uri);
    },
    async listFiles(folder) {
      await later();
      return host.listFiles(folder);
    },
  };
}
