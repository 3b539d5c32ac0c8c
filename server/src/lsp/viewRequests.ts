import {
  type CancellationToken,
  type Connection,
  DiagnosticSeverity,
  ErrorCodes,
  ProgressType,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import type { LanguageService } from '../service.ts';
import {
  type CheckProgress,
  type CheckResult,
  type CheckWorkspaceParams,
  type CodedWordsParams,
  type CompareLevelsParams,
  type CompareLevelsResult,
  checkWorkspaceRequest,
  codedWordsRequest,
  compareLevelsRequest,
  type LevelPlace,
  type LevelsResult,
  levelsRequest,
  type PageStatus,
  type PageStatusParams,
  pageStatusRequest,
} from './messages.ts';

/** What the answers need of the server. */
export interface ViewHost {
  service(): LanguageService;
  /** Lets other requests be answered. */
  pause(): Promise<void>;
  /** Every page was asked to be checked: from now on their findings are told, whatever the settings say. */
  workspaceChecked(): void;
}

/** Answers what the views of an editor ask beyond LSP. */
export function listenToViews(connection: Connection, host: ViewHost): void {
  connection.onRequest(levelsRequest, (): Promise<LevelsResult> => host.service().levels());
  connection.onRequest(pageStatusRequest, (params: PageStatusParams): Promise<PageStatus> => {
    if (typeof params?.uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `${pageStatusRequest} wants { uri }`);
    return host.service().pageStatus(params.uri);
  });
  connection.onRequest(codedWordsRequest, async (params: CodedWordsParams): Promise<readonly Range[] | null> => {
    if (typeof params?.uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `${codedWordsRequest} wants { uri }`);
    return (await host.service().codedWords(params.uri)) ?? null;
  });
  connection.onRequest(compareLevelsRequest, async (params: CompareLevelsParams): Promise<CompareLevelsResult | null> => {
    const { left, right } = params ?? {};
    if (!isPlace(right) || (left && !isPlace({ level: '', ...left })))
      throw new ResponseError(ErrorCodes.InvalidParams, `${compareLevelsRequest} wants { right: { uri, level } }`);
    return (await host.service().compareLevels(params)) ?? null;
  });
  connection.onRequest(checkWorkspaceRequest, async (params: CheckWorkspaceParams, token): Promise<CheckResult> => {
    const result = await checkWorkspace(host, token, progress => {
      if (typeof params?.progressToken === 'string')
        void connection.sendProgress(new ProgressType<CheckProgress>(), params.progressToken, progress);
    });
    host.workspaceChecked();
    return result;
  });
}

async function checkWorkspace(
  host: ViewHost,
  token: CancellationToken,
  report: (progress: CheckProgress) => void,
): Promise<CheckResult> {
  const service = host.service();
  const total = (await service.familyPages()).length + (await service.documents()).length;
  const result = { checked: 0, total, findings: 0, pagesWithFindings: 0 };
  report({ checked: 0, total });
  for await (const { diagnostics } of service.workspaceDiagnostics(new Map(), token)) {
    if (token.isCancellationRequested) break;
    result.checked++;
    const listed = diagnostics?.filter(({ severity }) => severity !== DiagnosticSeverity.Hint).length ?? 0;
    result.findings += listed;
    if (listed > 0) result.pagesWithFindings++;
    if (result.checked % PAGES_A_REPORT !== 0) continue;
    report({ checked: result.checked, total });
    await host.pause();
  }
  return result;
}

const PAGES_A_REPORT = 5;

function isPlace(place: Partial<LevelPlace> | undefined): boolean {
  return typeof place?.uri === 'string' && typeof place.level === 'string';
}
