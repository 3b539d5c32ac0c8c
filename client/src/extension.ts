import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { CareerMapPanels } from './careerMap/careerMapPanels.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { restartServer } from './commands/restartServer.ts';
import { registerShowReferences, showReferencesCommand } from './commands/showReferences.ts';
import { compareLevelsCommand, registerComparison } from './comparison/comparisonCommands.ts';
import { trackActiveFamily, trackFamilies } from './familyContext.ts';
import { FamilySource } from './familySource.ts';
import { LadderPanels } from './preview/ladderPanels.ts';
import { renameMiddleware } from './rename.ts';
import { ServerRestarts } from './serverRestarts.ts';
import { ContinuedLists } from './typing/continuedLists.ts';
import { showFamilyStatus } from './views/familyStatus.ts';
import type { GradesTree } from './views/gradesTree.ts';
import { GradesView } from './views/gradesView.ts';
import { LevelSource } from './views/levelSource.ts';
import { serveWorkspaceFiles } from './workspaceFiles.ts';

/** What `activate` gives other extensions and tests. */
export interface ExtensionApi {
  readonly client: BaseLanguageClient;
  /** Resolves when the server answers; rejects where none can be started. */
  readonly whenReady: Promise<void>;
  /** The ladder pane's content for a page, the active editor's where none is given; undefined where it is no job family. */
  ladderHtml(uri?: vscode.Uri): Promise<string | undefined>;
  /** The tree of the view "Job Grades", made anew. */
  jobGrades(): Promise<GradesTree>;
}

/** Makes the client, not yet started: the one thing that differs between the desktop and the browser. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

const NAME = 'Job Families';

/** The YAML files besides the pages that the server may have something to say of; which of them it does, it decides itself. */
const YAML_DOCUMENTS = [
  '**/job_families.{yml,yaml}',
  '**/.job-family.{yml,yaml}',
  '**/*.job-family-profile.{yml,yaml}',
  '**/.hugolint.{yml,yaml}',
];

let running: BaseLanguageClient | undefined;

/** What is the same wherever VS Code runs. The server starts in the background; nothing waits for it. */
export async function activateWith(context: vscode.ExtensionContext, createClient: CreateClient): Promise<ExtensionApi> {
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  const restarts = new ServerRestarts(() => restartServer(client, restarts).catch(tellNotStarted));
  const client: BaseLanguageClient = createClient('jobFamily', NAME, {
    documentSelector: documentSelector(),
    // What the server starts with; afterwards it asks for its settings by itself.
    initializationOptions: {
      ...settings(),
      localization: vscode.l10n.bundle,
      showReferencesCommand,
      compareLevelsCommand,
      followsChanges: true,
      cacheFolder: context.storageUri?.scheme === 'file' ? context.storageUri.toString() : undefined,
    },
    outputChannel: output,
    errorHandler: restarts,
    initializationFailedHandler: () => false,
    middleware: renameMiddleware,
  });
  quieten(client);
  running = client;
  const source = new FamilySource(client);
  const setting = { extensionUri: context.extensionUri, source, log: output };
  const panels = new LadderPanels(setting);
  const levels = new LevelSource(client);
  const maps = new CareerMapPanels(setting, levels);
  const grades = new GradesView(levels);
  const lists = new ContinuedLists();
  context.subscriptions.push(
    output,
    source,
    panels,
    maps,
    levels,
    grades,
    lists,
    trackActiveFamily(source, isFamily => lists.setFamily(isFamily)),
    trackFamilies(client, source),
    showFamilyStatus(levels),
    registerCommands({ client, restarts, panels, maps, levels, output }),
    registerShowReferences(client),
    registerComparison(setting, levels),
    serveWorkspaceFiles(client),
  );
  const whenReady = firstStart(client, restarts);
  // Who awaits it is told as well; here nobody else would be.
  whenReady.catch(tellNotStarted);
  return {
    client,
    whenReady,
    async ladderHtml(uri = vscode.window.activeTextEditor?.document.uri) {
      await whenReady;
      return uri && (await source.ladder(uri))?.html;
    },
    async jobGrades() {
      await whenReady;
      await grades.refresh();
      return grades.tree;
    },
  };
}

/** Starts the server. One that ends before it has answered is followed by another, which is waited for. */
async function firstStart(client: BaseLanguageClient, restarts: ServerRestarts): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    if (!restarts.hasEnded) throw error;
    await new Promise<void>(resolve => {
      const listener = client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) return;
        listener.dispose();
        resolve();
      });
    });
  }
}

function tellNotStarted(error: unknown): void {
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The language server of Job Families did not start: {0}',
      error instanceof Error ? error.message : String(error),
    ),
  );
}

/**
 * What the client says of requests that fail and of servers that end is for whoever reads the log: it shows stacks. What the user must
 * know is said in words by `ServerRestarts` and by the commands.
 */
function quieten(client: BaseLanguageClient): void {
  const error = client.error.bind(client);
  client.error = (message, data) => error(message, data, false);
}

/** The settings by themselves: VS Code gives them with functions, which reach no worker. */
function settings(): Record<string, unknown> {
  return JSON.parse(JSON.stringify(vscode.workspace.getConfiguration('jobFamily')));
}

/** Stops the server when the window closes or the extension is turned off. */
export async function deactivate(): Promise<void> {
  await running?.dispose();
  running = undefined;
}

/**
 * The pages and YAML files to work on: those of the opened folders, of the disk and unsaved ones; not the old states that `git:` and the
 * like show, whose findings nobody could mend.
 */
function documentSelector(): { scheme: string; language: string; pattern?: string }[] {
  const schemes = new Set(['file', 'untitled', ...(vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri.scheme)]);
  return [...schemes].flatMap(scheme => [
    { scheme, language: 'markdown' },
    ...YAML_DOCUMENTS.map(pattern => ({ scheme, language: 'yaml', pattern })),
  ]);
}
