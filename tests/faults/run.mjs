// Runs the fault and load rigs on one demo world. Called by scripts/faults.mjs, which builds first.
import { openWorld } from './lib/world.mjs';
import { Report } from './lib/report.mjs';

/** The rigs in the order in which they run. A short run judges no times: it shares its machine. */
const RIGS = [
  'ledger',
  'parallel',
  'network',
  'pooler',
  'together',
  'live',
  'mail',
  'clock',
  'disk',
  'uploads',
  'harvest',
  'hostile',
  'fuzz',
  'load',
  'overload',
  'soak',
];

/** What the short form runs where nothing is named: what takes little time. */
const SHORT = ['ledger', 'parallel', 'network', 'clock', 'pooler', 'together', 'live'];

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
const notRun = [];
try {
  for (const name of RIGS.filter((each) => (names.length > 0 ? names : isShort ? SHORT : RIGS).includes(each))) {
    const { title, play } = await import(`./rigs/${name}.mjs`);
    const report = new Report(title);
    try {
      await play({ world, report, isShort });
    } catch (error) {
      report.row('the rig runs to its end', error.stack ?? String(error), false);
    }
    if (report.skipped) notRun.push(name);
    else if (!report.holds) failed.push(name);
    console.log(report.write(name, isShort, await world.takeLogs()));
    await world.settle();
  }
} finally {
  await world.close();
}
if (notRun.length > 0) console.log(`Not run, for what this system lacks: ${notRun.join(', ')}.`);
console.log(failed.length === 0 ? (notRun.length > 0 ? 'All others hold.' : 'All rigs hold.') : `Do not hold: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
