// @ts-check
// The package for npm: the command line and the server it starts, and nothing of what only VS Code needs. The extension's manifest
// stays private, so that nobody publishes that folder by mistake; the package's own is made here.
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './root.mjs';
import { run } from './run.mjs';

const HELP = `Usage: npm run package:npm [-- OPTIONS]

Makes the package for npm: its folder and the tarball that \`npm publish\` takes.

  --out FOLDER  there instead of out/
  --help`;

process.exitCode = await main(process.argv.slice(2));

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const { values } = parseArgs({ args, options: { out: { type: 'string', default: 'out' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const out = path.resolve(root, values.out);
  const folder = path.join(out, 'npm');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'dist'), { recursive: true });
  const built = path.join(out, 'npm-build');
  const { code } = await run(process.execPath, [path.join(root, 'scripts', 'build.mjs'), '--production', '--out', built]);
  if (code !== 0) return code;
  for (const program of ['cli.js', 'server.js', 'THIRD-PARTY-NOTICES.txt'])
    cpSync(path.join(built, program), path.join(folder, 'dist', program));
  rmSync(built, { recursive: true });
  chmodSync(path.join(folder, 'dist', 'cli.js'), 0o755);
  for (const part of ['docs/rules', 'schemas', 'LICENSE', 'CHANGELOG.md'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(packageManifest(manifest), undefined, 2)}\n`);
  writeFileSync(path.join(folder, 'README.md'), readme(readFileSync(path.join(root, 'docs', 'command-line.md'), 'utf8')));
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', out], { cwd: folder });
  return packed.code;
}

/** @param {Record<string, any>} manifest the extension's */
function packageManifest({ name, version, license, keywords, repository, bugs, homepage, bin, engines }) {
  return {
    name,
    version,
    description: 'Checks, mends and exports the job families of a company handbook, and serves editors that want to.',
    license,
    keywords,
    // npm wants to read how the repository is fetched, vsce a page that a browser shows.
    repository: repository && { ...repository, url: repository.url.replace(/^(?=https:)/, 'git+') },
    bugs,
    homepage,
    type: 'commonjs',
    bin,
    files: ['dist', 'docs/rules', 'schemas', 'CHANGELOG.md'],
    engines: { node: engines.node },
  };
}

/**
 * The command line's page as the package's first one: of its links those to what the package holds stay.
 *
 * @param {string} text
 */
function readme(text) {
  return text.replace(/(?<!!)\[([^\]]+)\]\((?!https?:)([^)]+)\)/g, (link, words, to) =>
    to.startsWith('rules/') ? `[${words}](docs/${to})` : to.startsWith('#') ? link : words,
  );
}
