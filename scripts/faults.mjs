// npm run faults [-- name …] [--short]: fault and load rigs against the running program; what they find is a file in tests/faults/reports.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, installTests, root } from './bootstrap.mjs';
import { build } from './build.mjs';

await bootstrap();
await installTests();
await build();
const { status } = spawnSync(process.execPath, [join(root, 'tests/faults/run.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
