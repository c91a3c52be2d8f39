// A hundred operations a second, then five times as many, then a hundred again.
import { Client } from '../lib/client.mjs';
import { ms, quantile } from '../lib/figures.mjs';
import { openOffice } from '../lib/load.mjs';
import { memoryOf } from '../lib/memory.mjs';

export const title = 'Load, overload and recovery';

const RATE = 100;

export async function play({ world, report, isShort }) {
  const { database, dataDir } = await world.copy();
  const program = await world.program({ database, dataDir });
  const office = await openOffice(program.url);
  await office.work(20, isShort ? 2 : 20, () => undefined); // Nobody measures the first minute after a start.

  await steady({ report, office, program }, isShort ? 5 : 600);
  await overload({ report, office, program, isShort }, isShort ? 4 : 30);
  office.close();
  await program.stop();
}

async function steady({ report, office, program }, seconds) {
  const before = memoryOf(program.pid);
  const done = [];
  await office.work(RATE, seconds, (each) => done.push(each));
  const times = done.map(({ ms: took }) => took);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share));
  const faults = done.filter(({ status }) => status === 0 || status >= 500);
  const promise = `${RATE} operations a second, 80 % reads, ${seconds} s`;
  report.row(`${promise}: no 5xx, no broken connection`, `${done.length} operations, ${faults.length} faults`, faults.length === 0);
  // Next to other work on the same machine a short run says little about time.
  report.row(
    `${promise}: p95 ≤ 300 ms, p99 ≤ 1 s`,
    `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}`,
    seconds < 60 || (p95 <= 300 && p99 <= 1_000),
  );
  report.note(`memory of the program from ${mb(before)} to ${mb(memoryOf(program.pid))}`);
  for (const name of new Set(done.map((each) => each.name))) {
    const own = done.filter((each) => each.name === name);
    const codes = new Set(own.map(({ code, status }) => code ?? status));
    const took = own.map(({ ms: each }) => each);
    report.note(
      `${name}: ${own.length}, p50 ${ms(quantile(took, 0.5))}, p99 ${ms(quantile(took, 0.99))}, answers ${[...codes].join(', ')}`,
    );
  }
}

async function overload({ report, office, program, isShort }, seconds) {
  const during = [];
  const health = [];
  const watcher = new Client(program.url, { sockets: 1 });
  const watching = setInterval(
    () =>
      void watcher.send({ path: '/healthz' }).then(
        ({ ms: took }) => health.push(took),
        () => health.push(Infinity),
      ),
    500,
  );
  await office.work(RATE * 5, seconds, (each) => during.push(each));
  clearInterval(watching);
  const refused = during.filter(({ status }) => status === 503 || status === 429);
  const late = refused.filter(({ ms: took }) => took > 1_000);
  const other = during.filter(({ status }) => status === 0 || (status >= 500 && status !== 503));
  report.row(
    `five times that load, ${seconds} s: answered, or refused by 429/503 within 1 s`,
    `${during.length} operations, ${refused.length} refused, ${late.length} of them late, ${other.length} broken`,
    isShort || (other.length === 0 && late.length <= refused.length / 100),
  );
  report.note(
    `under overload: answered p95 ${ms(
      quantile(
        during.filter(({ status }) => status === 200).map(({ ms: took }) => took),
        0.95,
      ),
    )}, refused p95 ${ms(
      quantile(
        refused.map(({ ms: took }) => took),
        0.95,
      ),
    )}, health p95 ${ms(quantile(health, 0.95))}`,
  );
  // Recovery: the first second after which everything is as before.
  const after = [];
  await office.work(RATE / 2, 12, (each, second) => after.push({ ...each, second }));
  const bad = after.filter(({ status, ms: took }) => status === 0 || status >= 500 || took > 1_000).map(({ second }) => second + 1);
  const normal = Math.max(0, ...bad);
  report.row('normal within 10 s after', `after ${normal} s`, isShort || normal <= 10);
  watcher.close();
}

const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
