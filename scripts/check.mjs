// npm run check [-- name …]: everything that can be said of the program without running it. All checks run; any failure ends with 1.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, installTests, root } from './bootstrap.mjs';
import { build, GENERATED_ALONE } from './build.mjs';

const TSC = 'node_modules/ts7/bin/tsc';
const tool = (path) => join('tests/node_modules', path);

/** Runs a Node program. @returns its exit code and, where `capture` is set, what it wrote */
function node(args, { env = {}, capture = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function passes(...args) {
  return (await node(args)).code === 0;
}

/** Each program once: what is built, its tests, and the interface. */
async function types() {
  const results = [
    await passes(TSC, '-b'),
    await passes(TSC, '--noEmit', '-p', 'tsconfig.tests.json'),
    await passes(TSC, '--noEmit', '-p', 'apps/web'),
  ];
  return results.every(Boolean);
}

async function lint() {
  const env = { OXLINT_TSGOLINT_PATH: join(root, tool('oxlint-tsgolint/bin/tsgolint.js')) };
  return (await node([tool('oxlint/bin/oxlint'), '--type-aware', '--format', 'unix'], { env })).code === 0;
}

/** The checker finds nothing wrong in nothing: with a compiler it does not know it sees no module at all and is content. */
async function boundaries() {
  const { output } = await node(
    [
      tool('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      'packages/tooling/boundaries.cjs',
      '--output-type',
      'json',
      'apps',
      'packages',
    ],
    { capture: true },
  );
  const { summary, modules } = JSON.parse(output);
  const ours = modules.filter(({ source }) => /^(apps|packages)\//.test(source)).length;
  for (const { rule, from, to } of summary.violations) console.error(`${from}: may not import ${to} (${rule.name})`);
  console.log(`${ours} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} violations`);
  return ours > 50 && summary.totalDependenciesCruised > 0 && summary.error === 0;
}

/** The schema that the program makes is the one that is committed. */
async function generated() {
  const file = join(root, 'apps/api/schema.graphql');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!(await passes('apps/api/dist/schema-file.js'))) return false;
  const isSame = readFileSync(file, 'utf8') === before && (!existsSync(join(root, '.git')) || (await isStaged(file)));
  if (!isSame) console.error('apps/api/schema.graphql was out of date. It has been written anew; add it to your commit.');
  return isSame;
}

/** Whether git has the file as it lies here; yes where there is no git to ask. */
function isStaged(file) {
  return new Promise((resolve) => {
    const git = spawn('git', ['diff', '--quiet', '--', file], { cwd: root, stdio: 'ignore' });
    git.on('error', () => resolve(true));
    git.on('close', (code) => resolve(code === 0));
  });
}

const CHECKS = {
  types,
  lint,
  boundaries,
  'dead code': () => passes(tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints'),
  generated,
  messages: () => passes('packages/tooling/dist/cli/check-messages.js'),
  migrations: () => passes('apps/api/dist/cli.js', 'schema', '--check'),
  format: () => passes(tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
};

await bootstrap();
await installTests();
await build({ without: GENERATED_ALONE });

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`There is no check "${unknown[0]}"; there are: ${Object.keys(CHECKS).join(', ')}.`);
  process.exit(1);
}
const failed = [];
for (const [name, check] of Object.entries(CHECKS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = performance.now();
  const passed = await check();
  if (!passed) failed.push(name);
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
