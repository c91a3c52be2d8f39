// npm run bench web: what a first visit loads, compressed, against the budgets.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = new URL('../apps/web/dist/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
const KIB = 1024;

/** The chunks that an entry needs before it runs. */
function needs(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) needs(next, seen);
  return seen;
}

const size = (file) => (existsSync(join(dist, file)) ? gzipSync(readFileSync(join(dist, file))).length : 0);
const total = (keys) => [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0);
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const shell = needs(entry);
const language = Object.keys(manifest).find((key) => key.endsWith('i18n/messages.en.ts'));
const routes = Object.keys(manifest).filter((key) => /features\/.*\/pages\//.test(key));
const base = new Set([...shell, ...(language ? needs(language) : [])]);
const first = total(base);
const rows = routes
  .map((key) => ({ key, size: total([...needs(key)].filter((chunk) => !base.has(chunk))) }))
  .sort((a, b) => b.size - a.size);
const largest = rows[0] ?? { key: '–', size: 0 };

console.log(
  `first load and signed-in shell: ${(first / KIB).toFixed(0)} KiB of JavaScript gzip (budgets: public page 210 with its own route, shell 280)`,
);
console.log(`largest further route: ${(largest.size / KIB).toFixed(0)} KiB (budget 60), ${largest.key}`);
for (const { key, size: bytes } of rows.slice(0, 12)) console.log(`  ${(bytes / KIB).toFixed(1).padStart(6)} KiB  ${key}`);
const over = first > 210 * KIB || largest.size > 60 * KIB;
console.log(over ? 'A budget is exceeded.' : 'All within their budgets.');
