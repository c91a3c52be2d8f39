// npm run bench web: what a visitor loads for each public page, a member for the frame, and each page beyond it, compressed, against the budgets.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = new URL('../', import.meta.url).pathname;
const dist = join(root, 'apps/web/dist');
const features = join(root, 'apps/web/src/features');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
const BUDGETS = { public: 210, shell: 280, route: 60 };

/** The chunks that an entry needs before it runs. */
function needs(key, seen = new Set()) {
  if (!manifest[key] || seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) needs(next, seen);
  return seen;
}

const all = (...keys) => new Set(keys.flatMap((key) => [...needs(key)]));
const size = (file) => (existsSync(join(dist, file)) ? gzipSync(readFileSync(join(dist, file))).length : 0);
const kib = (keys) => [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0) / 1024;

/** Every page with its path, as the features register them. */
const pages = readdirSync(features).flatMap((feature) => {
  const file = join(features, feature, 'routes.tsx');
  if (!existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(/path: '([^']*)',\s*lazy: \(\) => import\('\.\/(pages\/\w+)\.js'\)/g)].map(
    ([, path, page]) => ({ feature, path, key: `src/features/${feature}/${page}.tsx` }),
  );
});
/** Whose main reader is a visitor, as the walk through all pages has it. */
const walked = readFileSync(join(root, 'tests/browser/routes.ts'), 'utf8');
const visited = new Set([...walked.matchAll(/path: '([^']*)', role: 'visitor'/g)].map(([, path]) => path));

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const first = all(entry, 'src/app/i18n/messages.en.ts');
const shell = new Set([...first, ...needs('src/app/shell/MemberShell.tsx')]);
const rows = pages.map(({ feature, path, key }) => {
  const route = all(key, `src/features/${feature}/messages/en.json`, `src/gql/hashes/${feature}.ts`);
  return {
    path,
    first: visited.has(path) ? kib(new Set([...first, ...route])) : 0,
    further: kib([...route].filter((chunk) => !first.has(chunk))),
  };
});

function print(title, of, budget) {
  const sorted = rows.filter((row) => row[of] > 0).toSorted((a, b) => b[of] - a[of]);
  console.log(`${title} (budget ${budget} KiB each)`);
  for (const row of sorted.slice(0, 12)) console.log(`  ${row[of].toFixed(1).padStart(6)} KiB  /${row.path}`);
  return sorted.every((row) => row[of] <= budget);
}

console.log(
  `JavaScript of what every page needs, gzip: ${kib(first).toFixed(1)} KiB; with the frame of a member: ${kib(shell).toFixed(1)} KiB (budget ${BUDGETS.shell})`,
);
const holds = [
  kib(shell) <= BUDGETS.shell,
  print('First load of a public page', 'first', BUDGETS.public),
  print('Each further page', 'further', BUDGETS.route),
];
console.log(holds.every(Boolean) ? 'All within their budgets.' : 'A budget is exceeded.');
