import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';
import { MINUTES, RestartLimit } from './restartLimit.ts';

/** What becomes of a server that ends by itself: it is started again, until it does so too often; then the user is asked. */
export class ServerRestarts implements ErrorHandler {
  private readonly limit = new RestartLimit();
  private wake: (() => void) | undefined;

  /** True from the first end on: whether a server runs is then said here, and nowhere else. */
  hasEnded = false;

  /** `restart` starts a server where none runs. */
  constructor(private readonly restart: () => Promise<void>) {}

  /** A message that could not be sent, since the server has just ended: that it has is told next, and its successor gets all texts anew. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  async closed(): Promise<CloseHandlerResult> {
    this.hasEnded = true;
    const wait = this.limit.waitAfterEnd(performance.now());
    if (wait === undefined) {
      void this.ask();
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    await new Promise<void>(resolve => {
      this.wake = resolve;
      setTimeout(resolve, wait);
    });
    this.wake = undefined;
    return { action: CloseAction.Restart, handled: true };
  }

  /** A server hangs. True if it is to be replaced; else the user is asked, since that has happened too often. */
  mayReplace(): boolean {
    const may = this.limit.waitAfterEnd(performance.now()) !== undefined;
    if (!may) void this.ask();
    return may;
  }

  /** The user wants a server now. True where one was about to be started anyway; it is then started at once. */
  startsNow(): boolean {
    this.limit.forget();
    const waiting = this.wake !== undefined;
    this.wake?.();
    return waiting;
  }

  private async ask(): Promise<void> {
    const again = vscode.l10n.t('Restart');
    const message = vscode.l10n.t(
      'The language server of Job Families has ended again and again within {0} minutes. It is not started again by itself: there are no findings until you restart it.',
      MINUTES,
    );
    if ((await vscode.window.showErrorMessage(message, again)) === again) await this.restart();
  }
}
