#!/usr/bin/env node
// @ts-check
// npm run job-family -- check …: the command line from the checkout, installed and built first where it is not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';
import { ensureBuild, ensureDependencies } from './setup.mjs';

const program = path.join(root, 'dist', 'cli.js');
await ensureDependencies();
if (!existsSync(program)) await ensureBuild();
// npm runs its scripts in the project's folder, and the paths are meant from where the user stands. Started by itself, as pre-commit
// does, it stands where the paths are meant from, whatever npm says that may have started the commit.
const byNpm = process.env.npm_lifecycle_event === 'job-family';
const cwd = (byNpm ? process.env.INIT_CWD : undefined) ?? process.cwd();
process.exitCode = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit', cwd }).status ?? 3;
