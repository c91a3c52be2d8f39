// A hundred operations a second, as people at work ask for them.
import { ms, quantile } from '../lib/figures.mjs';
import { openOffice } from '../lib/load.mjs';
import { mb, memoryOf } from '../lib/memory.mjs';

export const title = 'Load';

const RATE = 100;

export async function play({ world, report, isShort }) {
  const seconds = Number(process.env.STOA_TEST_SECONDS ?? (isShort ? 5 : 600));
  const { database, dataDir } = await world.copy();
  const program = await world.program({ database, dataDir });
  const office = await openOffice(program.url, isShort ? 2 : 20);
  const before = memoryOf(program.pid);
  const done = [];
  await office.work(RATE, seconds, (each) => done.push(each));
  const after = memoryOf(program.pid);
  const times = done.map(({ ms: took }) => took);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share));
  const faults = done.filter(({ status, code }) => status !== 200 || code !== undefined);
  const promise = `${RATE} operations a second, 80 % reads, ${seconds} s`;
  report.row(
    `${promise}: each is answered with what it asked for`,
    `${done.length} operations, ${faults.length} faults`,
    faults.length === 0,
  );
  report.row(
    `${promise}: p95 ≤ 300 ms, p99 ≤ 1 s`,
    `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}, at most ${ms(quantile(times, 1))}`,
    isShort || (p95 <= 300 && p99 <= 1_000),
  );
  report.note(`memory of the program from ${mb(before)} to ${mb(after)}`);
  for (const name of new Set(done.map((each) => each.name))) report.note(described(name, done));
  office.close();
  await program.stop();
}

function described(name, done) {
  const own = done.filter((each) => each.name === name);
  const answers = new Set(own.map(({ code, status }) => code ?? status));
  const took = own.map(({ ms: each }) => each);
  return `${name}: ${own.length}, p50 ${ms(quantile(took, 0.5))}, p99 ${ms(quantile(took, 0.99))}, answers ${[...answers].join(', ')}`;
}
