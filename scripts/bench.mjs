// npm run bench: builds Stoa, installs the benchmark's own packages, measures.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, installBench, root } from './bootstrap.mjs';
import { build } from './build.mjs';

await bootstrap();
await installBench();
await build();
const args = process.argv.slice(2);
const program = args[0] === 'web' ? 'web.mjs' : 'run.mjs';
const { status } = spawnSync(process.execPath, [join(root, 'bench', program), ...args], { stdio: 'inherit' });
process.exitCode = status ?? 1;
