// @ts-check
// The peer: the language service behind VS Code's own Markdown link checking, with VS Code's parser, on the same files.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as markdown from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';

/** @typedef {import('./measure.mjs').Contestant} Contestant */

const neverCancelled = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };

const everyLinkCheck = {
  validateReferences: markdown.DiagnosticLevel.warning,
  validateFragmentLinks: markdown.DiagnosticLevel.warning,
  validateFileLinks: markdown.DiagnosticLevel.warning,
  validateMarkdownFileLinkFragments: markdown.DiagnosticLevel.warning,
  validateUnusedLinkDefinitions: markdown.DiagnosticLevel.ignore,
  validateDuplicateLinkDefinitions: markdown.DiagnosticLevel.ignore,
  ignoreLinks: [],
};

/**
 * @param {string} folder
 * @returns {Promise<Contestant>}
 */
export async function openPeer(folder) {
  const workspace = new DiskWorkspace(folder);
  const parser = new MarkdownIt({ html: true });
  const service = markdown.createLanguageService({
    workspace,
    parser: { slugifier: markdown.githubSlugifier, tokenize: async document => parser.parse(document.getText(), {}) },
    logger: { level: markdown.LogLevel.Off, log() {} },
    markdownFileExtensions: ['md'],
  });
  // The one that VS Code asks: it keeps what it knows of linked files between two checks.
  const diagnostics = service.createPullDiagnosticsManager();
  /** @param {string} path */
  const check = async path => {
    const document = await workspace.openMarkdownDocument(URI.file(path));
    if (!document) throw new Error(`${path} is gone`);
    return (await diagnostics.computeDiagnostics(document, everyLinkCheck, neverCancelled)).length;
  };
  return {
    name: 'vscode-markdown-languageservice',
    check,
    open(path) {
      workspace.set(path, readFileSync(path, 'utf8'));
    },
    async edit(path, text) {
      workspace.set(path, text);
      return check(path);
    },
    dispose() {
      diagnostics.dispose();
      service.dispose();
    },
  };
}

/** The files of a folder as the peer wants them. */
class DiskWorkspace {
  /** @type {Map<string, TextDocument>} */
  documents = new Map();
  /** @type {Map<string, number>} */
  versions = new Map();
  /** @type {((document: TextDocument) => void)[]} */
  changeListeners = [];

  /** @param {string} folder */
  constructor(folder) {
    this.workspaceFolders = [URI.file(folder)];
    this.folder = folder;
    /** @type {any} */
    this.onDidChangeMarkdownDocument = (/** @type {Function} */ listener, /** @type {unknown} */ self) => {
      this.changeListeners.push(document => listener.call(self, document));
      return { dispose() {} };
    };
    /** @type {any} */
    this.onDidCreateMarkdownDocument = () => ({ dispose() {} });
    /** @type {any} */
    this.onDidDeleteMarkdownDocument = () => ({ dispose() {} });
  }

  /** Nothing on disk changes while it is measured. */
  watchFile() {
    /** @type {any} */
    const never = () => ({ dispose() {} });
    return { dispose() {}, onDidCreate: never, onDidChange: never, onDidDelete: never };
  }

  /** @param {string} path @param {string} text */
  set(path, text) {
    const uri = pathToFileURL(path).href;
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const document = TextDocument.create(uri, 'markdown', version, text);
    this.documents.set(uri, document);
    for (const listener of this.changeListeners) listener(document);
  }

  async getAllMarkdownDocuments() {
    const paths = readdirSync(this.folder, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.md'));
    const documents = await Promise.all(paths.map(path => this.openMarkdownDocument(URI.file(join(this.folder, path)))));
    return documents.filter(document => document !== undefined);
  }

  /** @param {URI} resource */
  hasMarkdownDocument(resource) {
    return this.documents.has(resource.toString());
  }

  /** @param {URI} resource */
  async openMarkdownDocument(resource) {
    const uri = pathToFileURL(resource.fsPath).href;
    const known = this.documents.get(uri);
    if (known) return known;
    try {
      const document = TextDocument.create(uri, 'markdown', 1, readFileSync(fileURLToPath(uri), 'utf8'));
      this.documents.set(uri, document);
      return document;
    } catch {
      return undefined;
    }
  }

  /** @param {URI} resource */
  async stat(resource) {
    try {
      return { isDirectory: statSync(resource.fsPath).isDirectory() };
    } catch {
      return undefined;
    }
  }

  /** @param {URI} resource @returns {Promise<[string, { isDirectory: boolean }][]>} */
  async readDirectory(resource) {
    return readdirSync(resource.fsPath, { withFileTypes: true }).map(entry => [entry.name, { isDirectory: entry.isDirectory() }]);
  }
}
