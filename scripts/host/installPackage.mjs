// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../run.mjs';

/**
 * Puts the packaged extension where a VS Code server looks for extensions, by that VS Code's own installer.
 *
 * @param {import('./install.mjs').VsCodeInstallation} installation
 * @param {string} file the package
 * @returns {(extensionsFolder: string) => Promise<void>} throws what the installer says where it fails
 */
export function installPackage(installation, file) {
  return async extensionsFolder => {
    const data = mkdtempSync(path.join(os.tmpdir(), 'job-family-install-'));
    try {
      const args = ['--install-extension', file, '--force', '--extensions-dir', extensionsFolder, '--server-data-dir', data];
      const { code, output } = await run(installation.node, [installation.serverMain, ...args], { quiet: true });
      if (code !== 0 || !output.includes('successfully installed'))
        throw new Error(`VS Code ${installation.version.vscode} did not install ${file}:\n${output}`);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  };
}
