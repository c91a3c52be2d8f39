// Builds what is stale, and nothing else. Each step remembers what its inputs and outputs looked like when it last succeeded.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootstrap, root } from './bootstrap.mjs';

const PACKAGES = ['packages/domain', 'packages/demo', 'packages/tooling'];
const PROGRAM = [
  ...PACKAGES.flatMap((name) => [`${name}/src`, `${name}/tsconfig.json`, `${name}/package.json`]),
  'apps/api/src',
  'apps/api/tsconfig.json',
  'apps/api/package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'package-lock.json',
];
const WEB = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/tsconfig.json',
  'apps/web/package.json',
  'packages/domain/src',
  'package-lock.json',
];

/** The steps, in order. `outputs` must exist and be as the step left them. */
const STEPS = [
  // Whether types are right is for `npm run check` to say; nobody waits for it here.
  {
    name: 'compile',
    says: 'Compiling',
    inputs: PROGRAM,
    outputs: ['apps/api/dist/main.js'],
    run: ['node_modules/ts7/bin/tsc', '-b', '--noCheck'],
  },
  {
    name: 'bundle',
    says: 'Putting the program together',
    inputs: [...PROGRAM, 'scripts/bundle.mjs'],
    outputs: ['apps/api/bundle/main.js', 'apps/api/bundle/cli.js'],
    run: ['scripts/bundle.mjs'],
  },
  {
    name: 'schema',
    says: 'Writing the schema',
    inputs: PROGRAM,
    outputs: ['apps/api/schema.graphql'],
    run: ['apps/api/dist/schema-file.js'],
  },
  {
    name: 'operations',
    says: "Typing the interface's operations",
    inputs: ['apps/api/schema.graphql', ...WEB, 'packages/tooling/src'],
    skips: 'apps/web/src/gql',
    outputs: ['apps/web/src/gql'],
    run: ['packages/tooling/dist/cli/generate-web.js'],
  },
  {
    name: 'interface',
    says: 'Building the interface',
    inputs: ['apps/api/schema.graphql', ...WEB],
    outputs: ['apps/web/dist/index.html'],
    run: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    cwd: 'apps/web',
  },
];

/** What is not needed where nothing is run but tools: for `without`. */
export const GENERATED_ALONE = ['bundle', 'interface'];

function addToHash(hash, path, skips) {
  if (path === skips || !existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addToHash(hash, join(path, name), skips);
  } else {
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
}

function hashOf(paths, skips) {
  const hash = createHash('sha256');
  for (const path of paths) addToHash(hash, path, skips);
  return hash.digest('hex');
}

const stateOf = (step) => `${hashOf(step.inputs, step.skips)} ${hashOf(step.outputs)}`;
const isMade = (step) => step.outputs.every((path) => existsSync(path));

function runNode(args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs the stale steps; ends the process with 1 where one fails.
 * @param {{ without?: string[], quiet?: boolean }} options names of steps whose outcome is not needed; whether to say nothing
 */
export async function build({ without = [], quiet = false } = {}) {
  process.chdir(root);
  const stamps = join(root, 'node_modules', '.stoa-built');
  mkdirSync(stamps, { recursive: true });
  for (const step of STEPS) {
    if (without.includes(step.name) || !existsSync(step.run[0])) continue;
    const stamp = join(stamps, step.name);
    if (isMade(step) && existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOf(step)) continue;
    const began = performance.now();
    if (!quiet) process.stdout.write(`${step.says} …\n`);
    const [script, ...args] = step.run;
    const code = await runNode([join(root, script), ...args], step.cwd ?? root);
    if (code !== 0 || !isMade(step)) {
      console.error(`${step.says} failed.`);
      process.exit(1);
    }
    writeFileSync(stamp, stateOf(step));
    if (!quiet) process.stdout.write(`  done in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bootstrap();
  await build({ without: process.argv.includes('--generate') ? GENERATED_ALONE : [] });
}
