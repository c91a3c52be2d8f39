// Half an hour at an ordinary rate: the program's memory at the end is what it was after the first minutes.
import { quantile, ms } from '../lib/figures.mjs';
import { openOffice } from '../lib/load.mjs';
import { mb, memoryOf } from '../lib/memory.mjs';

export const title = 'Soak: memory does not grow';

export async function play({ world, report, isShort }) {
  const minutes = isShort ? 0.1 : 30;
  const warmUp = isShort ? 0.05 : 5;
  const rate = isShort ? 50 : 100;
  const { database, dataDir } = await world.copy();
  const program = await world.program({ database, dataDir });
  const office = await openOffice(program.url, 1);
  const faults = [];
  const times = [];
  const samples = [];
  const watching = setInterval(() => samples.push(memoryOf(program.pid)), 5_000);
  const note = (each) => {
    times.push(each.ms);
    if (each.status !== 200 || each.code !== undefined) faults.push(each);
  };
  await office.work(rate, warmUp * 60, note);
  // The median of a minute: one garbage collection more or less says nothing.
  const middle = () => quantile(samples.slice(-12), 0.5) || memoryOf(program.pid);
  const before = middle();
  await office.work(rate, (minutes - warmUp) * 60, note);
  clearInterval(watching);
  const after = middle();
  const growth = (after / before - 1) * 100;
  report.row(
    `${minutes} min at ${rate} operations a second: each is answered with what it asked for`,
    `${times.length} operations, ${faults.length} faults`,
    faults.length === 0,
  );
  report.row(
    'memory grows by no more than 10 % after the first minutes',
    `${growth.toFixed(1)} % (from ${mb(before)} to ${mb(after)})`,
    isShort || growth <= 10,
  );
  report.note(`p50 ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}, p99 ${ms(quantile(times, 0.99))}`);
  if (faults.length > 0) report.note(`faults: ${[...new Set(faults.map(({ status, code }) => code ?? status))].join(', ')}`);
  office.close();
  await program.stop();
}
