// npm start: from a bare clone to the line that says Stoa is ready.
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';

await bootstrap();
await build();
process.env.NODE_ENV ??= 'production';
// In this very process: one less to stop, and signals reach it without a messenger.
await import('../apps/api/bundle/main.js');
