// npm run scaffold -- <module> [thing]: the files of a new module of the api.
import { fileURLToPath } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { build, GENERATED_ALONE } from './build.mjs';

await bootstrap();
await build({ without: GENERATED_ALONE, quiet: true });
process.argv[1] = fileURLToPath(new URL('../packages/tooling/dist/cli/scaffold.js', import.meta.url));
await import('../packages/tooling/dist/cli/scaffold.js');
