// Puts small suites together for a whole run, so that what they all need is loaded once for many and not once for each.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { LONG_SUITES, rankOf } from '../tests/support/long-suites.mjs';
import { root } from './bootstrap.mjs';

const folder = join(root, 'tests', 'results', 'gathered');
/** Suites of one file; as many files of each kind as keep all workers busy to the end. Those of other kinds stay alone. */
const TOGETHER = { database: 60, unit: 60, browser: 4 };
/** What takes long for what it tells on a day like others: several servers, their deaths, hostile files. The full run has it, and the checks of a change. */
const FULL_ALONE = '.long.';
/** Hooks outside of any `describe` would be those of everything that is put beside them. */
const HOOKS_FOR_ALL = /^(beforeAll|afterAll|beforeEach|afterEach)\(/m;

const staysAlone = (file) => rankOf(file) < LONG_SUITES.length || HOOKS_FOR_ALL.test(readFileSync(file, 'utf8'));

/** The test files, by the kind of their suites. */
function testFiles() {
  const files = ['apps', 'packages'].flatMap((part) =>
    readdirSync(join(root, part)).flatMap((name) => {
      const source = join(root, part, name, 'src');
      return readdirSync(source, { recursive: true })
        .filter((file) => /\.test\.tsx?$/.test(file))
        .map((file) => join(source, file));
    }),
  );
  const isDatabase = (file) => file.includes('.db.test.');
  const beside = (kind) => {
    const place = join(root, 'tests', kind);
    return readdirSync(place).flatMap((file) => (file.endsWith('.test.ts') ? [join(place, file)] : []));
  };
  return {
    database: files.filter(isDatabase),
    unit: files.filter((file) => !isDatabase(file)),
    process: beside('process'),
    browser: beside('browser'),
  };
}

/**
 * Writes files that import several suites each, in the tests' results.
 * @param full whether suites are among them that are for the full run alone
 * @returns for each kind the files that hold all of its suites, as jest.config.ts reads them: gathered ones, and those that must stay alone
 */
export function gatherTests(full) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const entries = Object.entries(testFiles()).map(([kind, files]) => {
    const [small, alone] = [[], []];
    const chosen = files.filter((file) => full || !basename(file).includes(FULL_ALONE)).toSorted();
    for (const file of chosen) (kind in TOGETHER && !staysAlone(file) ? small : alone).push(file);
    const count = Math.ceil(small.length / (TOGETHER[kind] ?? 1));
    const gathered = Array.from({ length: count }, (_, no) => {
      const file = join(folder, `${kind}-${no + 1}.mjs`);
      // Dealt out like cards: neighbours are often alike, and the long ones would else come together.
      const members = small.filter((_each, at) => at % count === no).map((each) => relative(folder, each).replace(/\.tsx?$/, '.js'));
      writeFileSync(file, members.map((member) => `import '${member}';\n`).join(''));
      return file;
    });
    return [kind, [...gathered, ...alone]];
  });
  const list = join(folder, 'files.json');
  writeFileSync(list, JSON.stringify(Object.fromEntries(entries), null, 1));
  return list;
}
