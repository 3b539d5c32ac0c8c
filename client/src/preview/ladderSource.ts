import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type LadderChangedParams,
  type LadderParams,
  type LadderResult,
  ladderChangedNotification,
  ladderRequest,
} from '../../../server/src/lsp/messages.ts';

/** Where ladders come from: the server's own requests, in VS Code's terms. */
export class LadderSource implements vscode.Disposable {
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

  /** The ladder of a page; undefined where the page is no job family. Rejects where the server cannot answer or it was cancelled. */
  async ladder(uri: vscode.Uri, signal?: AbortSignal): Promise<LadderResult | undefined> {
    const cancellation = new vscode.CancellationTokenSource();
    const cancel = (): void => cancellation.cancel();
    signal?.addEventListener('abort', cancel);
    try {
      const params: LadderParams = { uri: this.protocolUri(uri) };
      return (await this.client.sendRequest<LadderResult | null>(ladderRequest, params, cancellation.token)) ?? undefined;
    } finally {
      signal?.removeEventListener('abort', cancel);
      cancellation.dispose();
    }
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

  private protocolUri(uri: vscode.Uri): string {
    return this.client.code2ProtocolConverter.asUri(uri);
  }
}
