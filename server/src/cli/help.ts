/** The commands, as they are listed. */
export const commandNames = ['check', 'fix', 'export', 'explain', 'rules', 'init', 'lsp'] as const;

export type CommandName = (typeof commandNames)[number];

const OVERVIEW = `job-family: checks, mends and exports job families

  job-family check [PATH…]      tells what is wrong
  job-family fix [PATH…]        mends what can be mended without asking
  job-family export [PATH…]     writes HTML, CSV, Markdown, JSON or SVG
  job-family explain CODE       tells why a rule is one, with examples
  job-family rules              lists all rules
  job-family init [FOLDER]      writes a .job-family.yaml to begin with
  job-family lsp --stdio        serves an editor
  job-family help COMMAND       tells more of one
  job-family --version

Exit: 0 clean or done, 1 findings, 2 wrong call or unreadable path, 3 internal error.
`;

const PAGES = `  --changed [REV]        only files that differ from REV (a branch, tag or commit)
                         where this branch left it; from the last commit where
                         no REV is given. Files that git does not know count
  --stdin-filename PATH  the page is read from standard input, as if it stood at
                         PATH`;

const HELP: Record<CommandName, string> = {
  check: `job-family check [PATH…]    tells what is wrong on job families

PATH: files or folders; the current folder where none is given.

  --format FORMAT        text    a line a finding, for people (this if not told)
                         json    as in schemas/findings.schema.json
                         sarif   SARIF 2.1.0, for GitHub's code scanning
                         gitlab  GitLab's Code Quality report
                         junit   JUnit's XML: a test a finding
                         github  marks on the lines of a pull request
  -o, --output FILE      writes the report there; what people read goes to
                         standard output all the same; - is standard output
${PAGES}
  --fail-on SEVERITY     exit with 1 at findings of this severity or above:
                         error, warning, information, hint, never (warning)
  --preset NAME          recommended, strict or pipeline, instead of the
                         configured preset
  --max-warnings N       warnings fail only where there are more than N
  --allow-empty          paths without any job family are no error
  -q, --quiet            tells only what makes the check fail, and nothing else
  --baseline FILE        findings that are not reported (.job-family-baseline.json
                         at the root of the workspace)
  --write-baseline       write the present findings to that file: from then on
                         only new ones are reported
  --color, --no-color    colours whatever the terminal

Exit: 0 clean, 1 findings, 2 wrong call, unreadable path or no job family,
3 internal error.
`,
  fix: `job-family fix [PATH…]    mends what can be mended without asking

PATH: files or folders; the current folder where none is given.

Only fixes are made that change no meaning and leave nothing to fill in: those
that an editor makes when it saves. A page is written whole or not at all. Pages
that cannot be read (broken front matter, merge conflicts) are left alone.

  -n, --dry-run          changes nothing and prints the difference, as git apply
                         takes it
${PAGES};
                         the mended page goes to standard output
  -q, --quiet            tells only of pages that were left alone

Exit: 0 done, 1 where a page was left alone, or with --dry-run where there is
something to mend, 2 wrong call, or a path that cannot be read or written,
3 internal error, 130 stopped by Ctrl+C.
`,
  export: `job-family export [PATH…]    writes job families for readers and other programs

PATH: files or folders; the current folder where none is given. Several families,
as those of a department's folder, come with an index.

  --format FORMAT      html      one file to read and print, without script
                       csv       a row for each bullet that a level amounts to
                       markdown  a table for each family
                       json      the model, as in schemas/model.schema.json
                       svg       the career map: of one family with those that
                                 it leads to or that lead to it, of several as
                                 they are
                       (json)
  --view VIEW          how the HTML shows a family: matrix (levels beside each
                       other, to print on paper that lies) or levels (each with
                       all that it amounts to, on paper that stands) (matrix)
  --raw-cells          leaves cells of CSV as they are
  -o, --output FILE    writes there; - is standard output (-)

CSV is UTF-8 by RFC 4180. A cell that a spreadsheet would calculate (it starts
with = + - @ or a tab) starts with an apostrophe, unless --raw-cells is set.

Exit: 0 written, 2 wrong call, no job family, or a path that cannot be read or
written, 3 internal error.
`,
  explain: `job-family explain CODE…    tells why a rule is one, with examples

CODE: of a rule; it stands in brackets behind a finding.

Exit: 0 told, 2 no such rule.
`,
  rules: `job-family rules    lists all rules: code, severity, what each tells

  --format text|json     (text)
`,
  init: `job-family init [FOLDER]    writes a .job-family.yaml to begin with

It prints which ladders it has found and in which form, names the profile that
fits them and the pages, and shows how rules are set. It is written at the root
of the workspace that FOLDER, or the current one, is in.

  --force                replaces a file that is there

Exit: 0 written, 2 the file is there, or it cannot be written.
`,
  lsp: `job-family lsp --stdio    serves an editor by the Language Server Protocol

The same server as in VS Code, over standard input and output. How Neovim, Helix,
Zed, Emacs and Sublime Text start it: docs/editors/ of the project.
`,
};

/** What `job-family help` prints. */
export function helpText(of: CommandName | undefined): string {
  return of === undefined ? OVERVIEW : HELP[of];
}
