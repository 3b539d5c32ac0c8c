import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type LadderChangedParams,
  type LadderParams,
  type LadderResult,
  type LadderShown,
  ladderChangedNotification,
  ladderRequest,
} from '../../server/src/lsp/messages.ts';

/** Where what panels show comes from: the server's own requests, in VS Code's terms. */
export class FamilySource implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<(uri: vscode.Uri) => boolean>();
  private readonly started = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];

  /** Ladders may have changed; the event asks of a page whether its one is among them. */
  readonly onDidChange = this.changed.event;
  /** A server runs, the first or a new one, and can be asked. */
  readonly onDidStart = this.started.event;

  constructor(private readonly client: BaseLanguageClient) {
    this.listeners = [
      client.onNotification(ladderChangedNotification, ({ uris }: LadderChangedParams) => {
        this.changed.fire(uri => uris.length === 0 || uris.includes(this.protocolUri(uri)));
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.started.fire();
      }),
    ];
  }

  /** Asks the server. Rejects where it cannot answer or was cancelled. URIs in `params` are those of `protocolUri`. */
  async ask<Result>(method: string, params: object, signal?: AbortSignal): Promise<Result> {
    const cancellation = new vscode.CancellationTokenSource();
    const cancel = (): void => cancellation.cancel();
    signal?.addEventListener('abort', cancel);
    try {
      return await this.client.sendRequest<Result>(method, params, cancellation.token);
    } finally {
      signal?.removeEventListener('abort', cancel);
      cancellation.dispose();
    }
  }

  /** The ladder of a page, as much of it as is `shown`; undefined where the page is no job family. Rejects as `ask` does. */
  async ladder(uri: vscode.Uri, shown?: LadderShown, signal?: AbortSignal): Promise<LadderResult | undefined> {
    const params: LadderParams = { uri: this.protocolUri(uri), ...(shown ? { shown } : {}) };
    return (await this.ask<LadderResult | null>(ladderRequest, params, signal)) ?? undefined;
  }

  /** True where a document is a job family; false also where no server can say so yet. */
  async isFamily(document: vscode.TextDocument): Promise<boolean> {
    if (document.languageId !== 'markdown' || !this.client.isRunning()) return false;
    return this.ladder(document.uri).then(
      ladder => ladder !== undefined,
      () => false,
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.listeners, this.changed, this.started).dispose();
  }

  /** A URI as the server spells it. */
  protocolUri(uri: vscode.Uri): string {
    return this.client.code2ProtocolConverter.asUri(uri);
  }
}
