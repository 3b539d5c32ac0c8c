import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CareerMapArguments, CareerMapPanels } from '../careerMap/careerMapPanels.ts';
import { type ExportArguments, exportLadder } from '../export/exportLadder.ts';
import { newFamily } from '../newFamily/newFamily.ts';
import type { LadderPanels } from '../preview/ladderPanels.ts';
import type { ServerRestarts } from '../serverRestarts.ts';
import type { LevelSource } from '../views/levelSource.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { continueList } from './continueList.ts';
import { goToLevel } from './goToLevel.ts';
import { moveToLibrary } from './moveToLibrary.ts';
import { restartServer } from './restartServer.ts';
import { registerServerCommand } from './serverCommand.ts';
import { showCodedWords } from './showCodedWords.ts';

/** What the commands act on. */
export interface CommandTargets {
  readonly client: BaseLanguageClient;
  readonly restarts: ServerRestarts;
  readonly panels: LadderPanels;
  readonly maps: CareerMapPanels;
  readonly levels: LevelSource;
  readonly output: vscode.LogOutputChannel;
}

/** Registers the commands that package.json contributes, but those of views. */
export function registerCommands({ client, restarts, panels, maps, levels, output }: CommandTargets): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('jobFamily.openLadder', (uri?: vscode.Uri) => panels.open(uri, vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('jobFamily.openLadderToSide', (uri?: vscode.Uri) =>
      panels.open(uri, vscode.ViewColumn.Beside),
    ),
    vscode.commands.registerCommand('jobFamily.lockLadder', () => panels.lock(true)),
    vscode.commands.registerCommand('jobFamily.unlockLadder', () => panels.lock(false)),
    registerServerCommand('jobFamily.goToLevel', () => goToLevel(levels)),
    registerServerCommand('jobFamily.checkWorkspace', () => checkWorkspace(client)),
    registerServerCommand('jobFamily.showCodedWords', () => showCodedWords(client)),
    registerServerCommand('jobFamily.newFamily', (given?: unknown) => newFamily(client, given)),
    registerServerCommand('jobFamily.moveToLibrary', () => moveToLibrary(client)),
    registerServerCommand('jobFamily.openCareerMap', (given?: CareerMapArguments | vscode.Uri) =>
      maps.open(given instanceof vscode.Uri ? { uri: given } : given),
    ),
    registerServerCommand('jobFamily.exportLadder', (given?: ExportArguments | vscode.Uri) =>
      exportLadder(client, levels, given),
    ),
    vscode.commands.registerTextEditorCommand('jobFamily.continueList', editor => void continueList(editor)),
    vscode.commands.registerCommand('jobFamily.restartServer', () => restartServer(client, restarts)),
    vscode.commands.registerCommand('jobFamily.showOutput', () => output.show()),
  );
}
