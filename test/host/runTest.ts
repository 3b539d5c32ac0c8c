// Starts the suites in a desktop VS Code, where there is a display and either internet or a VS Code that VSCODE_EXECUTABLE names.
import { runTests } from '@vscode/test-electron';

const WANTED = ['JOB_FAMILY_ROOT', 'JOB_FAMILY_SUITES', 'JOB_FAMILY_WORKSPACE', 'JOB_FAMILY_SUITE_RESULT'] as const;

async function main(): Promise<void> {
  const [extension, suites, workspace, result] = WANTED.map(wanted);
  const executable = process.env.VSCODE_EXECUTABLE;
  await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    extensionDevelopmentPath: extension!,
    extensionTestsPath: suites!,
    extensionTestsEnv: { JOB_FAMILY_SUITE_RESULT: result },
    launchArgs: [workspace!, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
  });
}

function wanted(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Start this with: npm test -- host --desktop`);
  return value;
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
