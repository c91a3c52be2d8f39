// npm run dev: compiles on change, starts the API again, and serves the interface with reload; one Ctrl-C ends all.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';
import { build, GENERATED_ALONE } from './build.mjs';

await bootstrap();
await build({ without: GENERATED_ALONE });

const running = new Set();
let ending = false;

function run(args, options = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
  running.add(child);
  child.on('close', () => {
    running.delete(child);
    if (ending && running.size === 0) process.exit(0);
  });
  return child;
}

let api;
let restart;

function startApi() {
  api = run(['--enable-source-maps', 'apps/api/dist/main.js']);
  api.on('close', () => (api = undefined));
}

/** Stops the API, if it runs, and starts it when it has ended; several changes in a row make one restart. */
function restartApi() {
  clearTimeout(restart);
  restart = setTimeout(() => {
    if (ending) return;
    if (api === undefined) return startApi();
    api.once('close', () => !ending && startApi());
    api.kill('SIGTERM');
  }, 300);
}

function end() {
  if (ending) return;
  ending = true;
  clearTimeout(restart);
  for (const child of running) child.kill('SIGTERM');
}

process.on('SIGINT', end);
process.on('SIGTERM', end);

run(['node_modules/ts7/bin/tsc', '-b', '--watch', '--preserveWatchOutput']);
startApi();
const port = process.env.PORT ?? '4000';
run([join(root, 'node_modules/vite/bin/vite.js'), '--clearScreen', 'false'], {
  cwd: join(root, 'apps/web'),
  env: { ...process.env, STOA_API: `http://127.0.0.1:${port}` },
});
for (const folder of ['apps/api/dist', 'packages/domain/dist', 'packages/demo/dist']) {
  watch(join(root, folder), { recursive: true }, (_, name) => name?.endsWith('.js') && restartApi());
}
