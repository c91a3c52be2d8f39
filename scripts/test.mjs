// npm test: every suite, on a database and a browser of its own. Further arguments go to Jest.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bootstrap, installTests, root } from './bootstrap.mjs';
import { build } from './build.mjs';
import { gatherTests } from './gather-tests.mjs';
import { testFolder } from './test-folder.mjs';

const given = process.argv.slice(2);
const full = given.includes('--full');
const args = given.filter((arg) => arg !== '--full');

// Two installs wait for the registry and the disk, and the build for the processor.
const testsInstalled = installTests();
await bootstrap();
await Promise.all([testsInstalled, build()]);

const results = join(root, 'tests', 'results', 'jest.json');
mkdirSync(join(root, 'tests', 'results'), { recursive: true });
rmSync(results, { force: true });

// Who names suites wants them as they are.
const gathered = args.length === 0 ? { STOA_TEST_GATHERED: gatherTests(full) } : {};

const run = randomUUID();
const temporary = testFolder(full);
const jest = spawn(
  process.execPath,
  // Much is made here and thrown away at once; its workers inherit the room for it.
  [
    '--max-semi-space-size=64',
    '--experimental-vm-modules',
    '--no-warnings',
    'tests/node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${results}`,
    ...args,
  ],
  {
    cwd: root,
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, ...gathered, STOA_TEST_RUN: run, TMPDIR: temporary.folder, ...(full ? { STOA_TEST_FULL: '1' } : {}) },
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => jest.kill(signal));
const code = await new Promise((resolve) => {
  jest.on('error', () => resolve(1));
  jest.on('close', (exit) => resolve(exit ?? 1));
});

/** The processes that carry this run's mark in their environment: what tests have started. */
function startedByTests() {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`STOA_TEST_RUN=${run}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Gives what tests have started a moment to end, then ends it. */
async function leaveNothingBehind() {
  for (let tries = 0; tries < 50 && startedByTests().length > 0; tries += 1) await wait(100);
  const left = startedByTests();
  if (left.length > 0) console.error(`Ending ${left.length} processes that tests left behind.`);
  for (const pid of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}

await leaveNothingBehind();
const said = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0, numTotalTests: 0, numRuntimeErrorTestSuites: 1 };
// A suite that could not even be loaded counts as one failure.
const failed = said.numFailedTests + said.numRuntimeErrorTestSuites;
if (said.numTotalTests === 0) console.error('No test was run.');
console.log(`${said.numPassedTests} passed, ${failed} failed`);
process.exitCode = code !== 0 || failed > 0 || said.numTotalTests === 0 ? 1 : 0;
temporary.remove();
