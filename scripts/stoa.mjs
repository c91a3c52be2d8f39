// npm run stoa -- <command>: the operator's command line.
import { fileURLToPath } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';

await bootstrap();
await build({ without: ['interface'], quiet: true });
process.env.NODE_ENV ??= 'production';
process.argv[1] = fileURLToPath(new URL('../apps/api/bundle/cli.js', import.meta.url));
await import('../apps/api/bundle/cli.js');
