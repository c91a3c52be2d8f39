/** @jest-config-loader esbuild-register */
import { readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from 'jest';

/** For a whole run `scripts/gather-tests.mjs` lists files that hold several suites each, and none that are for the full run alone. */
const list = process.env['STOA_TEST_GATHERED'];
const gathered = list ? (JSON.parse(readFileSync(list, 'utf8')) as Record<'unit' | 'database' | 'process' | 'browser', string[]>) : null;

const shared: Config = {
  rootDir: '.',
  // A whole run keeps what it compiles with its temporary files, which lie in memory: to write thousands of small files to a disk takes longer
  // than to compile them. For single suites it is kept beside the packages.
  cacheDirectory: gathered ? join(tmpdir(), 'jest') : '<rootDir>/tests/node_modules/.cache/jest',
  testEnvironment: 'node',
  testRunner: '<rootDir>/tests/support/circus.cjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '<rootDir>/tests/node_modules/@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false, react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@stoa/(domain|demo|tooling)$': '<rootDir>/packages/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['/dist/', '/bundle/', '/\\.stoa/'],
};

/** Suites by what they need: nothing, a database, a browser. */
const config: Config = {
  // Jest would leave one core idle, though most suites wait for the database or the browser much of their time.
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/tests/support/sequencer.mjs',
  // Read here alone: a project's own is ignored. Long, since a busy machine is no failure; nothing asserts times.
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: gathered?.unit ?? ['<rootDir>/{apps,packages}/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['\\.db\\.test\\.', '/node_modules/', '/dist/'],
    },
    {
      ...shared,
      displayName: 'database',
      testMatch: gathered?.database ?? ['<rootDir>/apps/**/*.db.test.ts'],
      globalSetup: '<rootDir>/apps/api/src/testing/global-setup.mjs',
      globalTeardown: '<rootDir>/apps/api/src/testing/global-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/apps/api/src/testing/setup-file.ts'],
    },
    { ...shared, displayName: 'process', testMatch: gathered?.process ?? ['<rootDir>/tests/process/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'browser',
      testMatch: gathered?.browser ?? ['<rootDir>/tests/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/browser/support/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/browser/support/global-teardown.mjs',
    },
  ],
};

export default config;
