// Runs the fault and load rigs on one demo world. Called by scripts/faults.mjs, which builds first.
import { openWorld } from './lib/world.mjs';
import { Report } from './lib/report.mjs';

/** The rigs in the order in which they run. A short run judges no times: it shares its machine. */
const RIGS = [
  'ledger',
  'parallel',
  'network',
  'pooler',
  'mail',
  'clock',
  'disk',
  'uploads',
  'hostile',
  'fuzz',
  'load',
  'overload',
  'soak',
];

/** What the short form runs where nothing is named: what takes little time. */
const SHORT = ['ledger', 'parallel', 'network', 'clock', 'pooler'];

const given = process.argv.slice(2);
const isShort = given.includes('--short');
const names = given.filter((arg) => !arg.startsWith('--'));
const unknown = names.find((name) => !RIGS.includes(name));
if (unknown) {
  console.error(`There is no rig "${unknown}"; there are: ${RIGS.join(', ')}.`);
  process.exit(1);
}

const world = await openWorld(given.find((arg) => arg.startsWith('--world='))?.slice('--world='.length));
const failed = [];
try {
  for (const name of RIGS.filter((each) => (names.length > 0 ? names : isShort ? SHORT : RIGS).includes(each))) {
    const { title, play } = await import(`./rigs/${name}.mjs`);
    const report = new Report(title);
    try {
      await play({ world, report, isShort });
    } catch (error) {
      report.row('the rig runs to its end', error.stack ?? String(error), false);
    }
    if (!report.holds) failed.push(name);
    console.log(report.write(name, isShort, await world.takeLogs()));
    await world.settle();
  }
} finally {
  await world.close();
}
console.log(failed.length === 0 ? 'All rigs hold.' : `Do not hold: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
