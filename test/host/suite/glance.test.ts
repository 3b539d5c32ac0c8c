import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GradesNode, GradesTree } from '../../../client/src/views/gradesTree.ts';
import type { CheckResult } from '../../../server/src/lsp/messages.ts';
import { closeEverything, openPage, pageUri, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { findingsWhen } from '../support/findings.ts';
import { pageOfMistakes, tidyPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('at a glance', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('a level’s grade stands behind its heading, and behind an Extends bullet how much it brings', async () => {
    const { document } = await openPage(tidyPage.path);
    const heading = rangeOf(document, `${tidyPage.extendedHeading}\n`);
    const bullet = rangeOf(document, tidyPage.extendsBullet);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await poll('hints', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      return found.length > 0 ? found : undefined;
    });
    const at = (place: vscode.Position) => hints.filter(hint => hint.position.isEqual(place)).map(({ label }) => label);
    assert.deepEqual(at(document.lineAt(heading.start).range.end), [`grade ${tidyPage.extendedGrade}`]);
    assert.match(String(at(bullet.end)[0]), /^\+\d+ inherited$/);
  });

  it('over a level’s heading stands by how many it is extended, and a click shows where', async () => {
    const { document } = await openPage(tidyPage.path);
    const line = rangeOf(document, `${tidyPage.extendedHeading}\n`).start.line;
    const lens = await poll('a lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
      return found.find(one => one.range.start.line === line && one.command?.title.startsWith('extended by'));
    });
    assert.equal(lens.command?.title, `extended by ${tidyPage.extendedBy}`);
    assert.equal(lens.command?.command, 'jobFamily.showReferences');
    await vscode.commands.executeCommand(lens.command.command, ...lens.command.arguments!);
  });

  it('names and grades have colours of their own', async () => {
    const { document } = await openPage(tidyPage.path);
    const tokens = await poll('tokens', () =>
      vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri),
    );
    assert.ok(tokens.data.length > 0);
  });
});

describe('the view of all job grades', () => {
  before(readyExtension);
  afterEach(closeEverything);

  const labelOf = (tree: GradesTree, node: GradesNode): string => String(tree.getTreeItem(node).label);

  function levelNode(tree: GradesTree): GradesNode {
    const grade = tree.getChildren().find(node => labelOf(tree, node) === `Grade ${tidyPage.extendedGrade}`);
    assert.ok(grade, 'the grade is missing');
    const family = tree.getChildren(grade).find(node => labelOf(tree, node) === tidyPage.title);
    assert.ok(family, 'the family is missing');
    const level = tree.getChildren(family).find(node => labelOf(tree, node) === tidyPage.extendedLevel);
    assert.ok(level, 'the level is missing');
    return level;
  }

  it('has grades, the highest first, below each its families and their levels; a click opens a level', async () => {
    const tree = await (await readyExtension()).jobGrades();
    const grades = tree.getChildren().flatMap(node => (node.type === 'grade' && node.grade !== null ? [node.grade] : []));
    assert.deepEqual(
      grades,
      grades.toSorted((a, b) => b - a),
    );
    const level = levelNode(tree);
    const item = tree.getTreeItem(level);
    assert.equal(
      item.accessibilityInformation?.label,
      `${tidyPage.extendedLevel}, Grade ${tidyPage.extendedGrade}, individual contributor, ${tidyPage.title}`,
    );
    await vscode.commands.executeCommand(item.command!.command, ...item.command!.arguments!);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), pageUri(tidyPage.path).toString());
    assert.ok(editor.document.lineAt(editor.selection.active).text.startsWith(tidyPage.extendedHeading));
  });

  it('counts the findings of a page’s levels', async () => {
    const { document } = await openPage(pageOfMistakes.path);
    await findingsWhen(document.uri, 'findings', all => all.length > 0);
    const tree = await (await readyExtension()).jobGrades();
    const families = tree.getChildren().flatMap(grade => tree.getChildren(grade));
    const own = families.filter(node => node.type === 'family' && node.family.uri.endsWith(pageOfMistakes.path));
    const described = own.map(node => String(tree.getTreeItem(node).description));
    assert.ok(
      described.some(text => /\b\d+ findings?$/.test(text)),
      `no findings in ${described.join('; ')}`,
    );
  });

  it('shows only a department or a track where it is to', async () => {
    const tree = await (await readyExtension()).jobGrades();
    const levels = (): GradesNode[] =>
      tree.getChildren().flatMap(grade => tree.getChildren(grade).flatMap(family => tree.getChildren(family)));
    const all = levels().length;
    assert.ok(tree.departments.includes(tidyPage.department));
    try {
      tree.filter = { department: tidyPage.department };
      const some = levels();
      assert.ok(some.length > 0 && some.length < all);
      assert.ok(some.every(node => node.type === 'level' && node.family.department === tidyPage.department));
      tree.filter = { department: tidyPage.department, track: 'management' };
      assert.ok(levels().every(node => node.type === 'level' && node.level.track === 'management'));
    } finally {
      await vscode.commands.executeCommand('jobFamily.grades.clearFilter');
    }
    assert.equal(levels().length, all);
  });
});

describe('commands for the whole workspace', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('checking it tells as many findings as stand in the list', async () => {
    const result = await vscode.commands.executeCommand<CheckResult>('jobFamily.checkWorkspace');
    assert.equal(result.checked, result.total);
    assert.ok(result.findings > 0);
    await poll('as many findings in the list', () => {
      const all = vscode.languages.getDiagnostics().flatMap(([, diagnostics]) => diagnostics);
      const own = all.filter(({ source, severity }) => source === 'job-family' && severity !== vscode.DiagnosticSeverity.Hint);
      return own.length === result.findings ? own : undefined;
    });
  });

  it('going to a level offers all of them, and opens the one that is chosen', async () => {
    const going = vscode.commands.executeCommand('jobFamily.goToLevel');
    // The list is VS Code's own: what is chosen is its first row, and which that is the list says by opening it.
    await poll('a level to be opened', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.languageId === 'markdown' ? true : undefined;
    });
    await going;
    const editor = vscode.window.activeTextEditor!;
    const text = editor.document.lineAt(editor.selection.active).text;
    assert.match(text, /^(?:#+ |title: )/);
  });
});
