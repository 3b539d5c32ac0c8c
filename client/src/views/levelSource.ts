import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type FamilyEntry,
  type LevelEntry,
  type LevelsResult,
  levelsChangedNotification,
  levelsRequest,
  type PageStatus,
  type PageStatusParams,
  pageStatusRequest,
} from '../../../server/src/lsp/messages.ts';

/** A level and the family that it belongs to. */
export interface LevelOfFamily {
  readonly family: FamilyEntry;
  readonly level: LevelEntry;
}

/** What the server says of the workspace's levels and of a page, in VS Code's terms. */
export class LevelSource implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];

  /** The levels may be others now; once also when a server has read them all. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly client: BaseLanguageClient) {
    this.listeners = [
      client.onNotification(levelsChangedNotification, () => this.changed.fire()),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Stopped) this.changed.fire();
      }),
    ];
  }

  /** All levels, family by family. Rejects where no server runs. */
  async families(): Promise<readonly FamilyEntry[]> {
    return (await this.client.sendRequest<LevelsResult>(levelsRequest)).families;
  }

  /** What the server makes of a page. Rejects where no server runs. */
  status(uri: vscode.Uri): Promise<PageStatus> {
    const params: PageStatusParams = { uri: this.client.code2ProtocolConverter.asUri(uri) };
    return this.client.sendRequest<PageStatus>(pageStatusRequest, params);
  }

  /** The page of a family, in VS Code's terms. */
  uriOf({ uri }: FamilyEntry): vscode.Uri {
    return this.client.protocol2CodeConverter.asUri(uri);
  }

  /** Shows a level in an editor, where it stands by now. */
  async open({ family, level }: LevelOfFamily): Promise<void> {
    const families = await this.families().catch(() => []);
    const now = families.find(({ uri }) => uri === family.uri)?.levels.find(({ anchor }) => anchor === level.anchor) ?? level;
    const place = new vscode.Position(now.line, now.character);
    await vscode.window.showTextDocument(this.uriOf(family), { selection: new vscode.Range(place, place) });
  }

  dispose(): void {
    vscode.Disposable.from(...this.listeners, this.changed).dispose();
  }
}

/** A track in words. */
export function trackName(track: LevelEntry['track']): string {
  return track === 'management' ? vscode.l10n.t('management') : vscode.l10n.t('individual contributor');
}

/** A grade in words. */
export function gradeName(grade: number | null): string {
  return grade === null ? vscode.l10n.t('No grade') : vscode.l10n.t('Grade {0}', grade);
}
