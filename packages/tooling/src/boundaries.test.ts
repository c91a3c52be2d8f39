import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const program = join(root, 'tests/node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Lays out files, runs the project's rules over them, and names what was broken. */
async function violations(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stoa-boundaries-'));
  try {
    cpSync(join(root, 'tsconfig.boundaries.json'), join(folder, 'tsconfig.boundaries.json'));
    const all = { 'packages/domain/src/index.ts': 'export const n = 1;', 'apps/api/src/main.ts': 'export {};', ...files };
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const args = [program, '--config', join(root, 'packages/tooling/boundaries.cjs'), '--output-type', 'json', 'apps', 'packages'];
    const output = await new Promise<string>((resolve) =>
      execFile(process.execPath, args, { cwd: folder }, (_, stdout) => resolve(stdout)),
    );
    const { modules, summary } = JSON.parse(output) as {
      modules: unknown[];
      summary: { violations: { rule: { name: string }; from: string }[] };
    };
    expect(modules.length).toBeGreaterThanOrEqual(Object.keys(all).length);
    return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const module = (name: string, file = 'index'): string => `apps/api/src/modules/${name}/${file}.ts`;
const empty = 'export const n = 1;';

describe('boundary checker', () => {
  it('lets a module import to its left through index.ts', async () => {
    expect(
      await violations({
        [module('accounts')]: empty,
        [module('networks')]: `import { n } from '../accounts/index.js'; export const m = n;`,
      }),
    ).toEqual([]);
  });

  const planted: [what: string, from: string, text: string, to: string, rule: string][] = [
    ['to the right', module('accounts', 'wrong'), `import '../networks/index.js';`, module('networks'), 'modules-leftward-accounts'],
    ['a sibling', module('discussions', 'wrong'), `import '../events/index.js';`, module('events'), 'modules-leftward-discussions'],
    [
      'past index.ts',
      module('networks', 'wrong'),
      `import '../accounts/person.entity.js';`,
      module('accounts', 'person.entity'),
      'modules-through-index',
    ],
    [
      'a type past index.ts',
      module('schools', 'wrong'),
      `import type { n } from '../accounts/person.entity.js'; export type N = typeof n;`,
      module('accounts', 'person.entity'),
      'modules-through-index',
    ],
    [
      'a module from the platform',
      'apps/api/src/platform/clock.ts',
      `import '../modules/accounts/index.js';`,
      module('accounts'),
      'platform-knows-no-module',
    ],
    ['the api from the web', 'apps/web/src/main.tsx', `import '../../api/src/main.js';`, 'apps/api/src/main.ts', 'web-never-imports-api'],
    [
      'a page of another feature',
      'apps/web/src/features/home/HomePage.tsx',
      `import '../networks/NetworkPage.js';`,
      'apps/web/src/features/networks/NetworkPage.tsx',
      'features-share-paths-alone',
    ],
    [
      'a feature from the design system',
      'apps/web/src/ui/Button.tsx',
      `import '../features/networks/paths.js';`,
      'apps/web/src/features/networks/paths.ts',
      'design-system-knows-no-feature',
    ],
    [
      'another package from the domain',
      'packages/domain/src/text.ts',
      `import 'node:fs';`,
      'packages/domain/src/other.ts',
      'domain-knows-zod-alone',
    ],
    [
      'in a circle',
      'apps/api/src/platform/a.ts',
      `import { b } from './b.js'; export const n = (): number => b();`,
      'apps/api/src/platform/b.ts',
      'no-cycles',
    ],
  ];
  let found: string[];
  beforeAll(async () => {
    const files = Object.fromEntries(
      planted.flatMap(([, from, text, to]) => [
        [to, empty],
        [from, text],
      ]),
    );
    found = await violations({ ...files, 'apps/api/src/platform/b.ts': `import { n } from './a.js'; export const b = (): number => n();` });
  });

  it.each(planted)('refuses importing %s', (_, from, _text, _to, rule) => expect(found).toContain(`${rule}: ${from}`));

  it('finds nothing else in what was planted', () => {
    expect(found.toSorted()).toEqual(planted.map(([, from, , , rule]) => `${rule}: ${from}`).toSorted());
  });

  it('refuses a module that has no place in the order', async () => {
    expect(await violations({ [module('gossip')]: empty, 'apps/api/src/main.ts': `import './modules/gossip/index.js';` })).toEqual([
      'listed-modules-only: apps/api/src/main.ts',
    ]);
  });
});
