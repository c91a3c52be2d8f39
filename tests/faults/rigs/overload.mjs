// An ordinary load, five times as much, then an ordinary load again.
import { Client } from '../lib/client.mjs';
import { ms, quantile } from '../lib/figures.mjs';
import { openOffice } from '../lib/load.mjs';

export const title = 'Overload and recovery';

const BEFORE = 100;
const RATE = 500;
const AFTER = 50;
const AFTER_SECONDS = 15;

export async function play({ world, report, isShort }) {
  const seconds = isShort ? 4 : 60;
  const { database, dataDir } = await world.copy();
  const program = await world.program({ database, dataDir });
  const office = await openOffice(program.url, isShort ? 2 : 20);
  // A program that began this second has everything still to compile: what is asked here is how a working one stands a flood.
  await office.work(BEFORE, isShort ? 2 : 15, () => undefined);
  const health = watchHealth(program.url);
  const done = [];
  const { rest } = await office.send(RATE, seconds, (each, second) => done.push({ ...each, second }));

  // From the moment on in which the flood ends: the last second in which anything was not as it should be.
  const after = [];
  await office.work(AFTER, AFTER_SECONDS, (each, second) => after.push({ ...each, second }));
  await rest;
  judge({ report, seconds, done, health: health.stop(), isShort });
  const bad = after.filter(({ status, ms: took }) => status !== 200 || took > 1_000).map(({ second }) => second + 1);
  const normal = Math.max(0, ...bad);
  report.row(`normal within 10 s after: every answer of ${AFTER} a second within 1 s`, `after ${normal} s`, isShort || normal <= 10);
  const ready = await new Client(program.url).send({ path: '/readyz' });
  report.row('the program is ready afterwards', ready.status, ready.status === 200);
  office.close();
  await program.stop();
}

/** What an operator's monitoring sees meanwhile. */
function watchHealth(url) {
  const client = new Client(url, { sockets: 1 });
  const times = [];
  const timer = setInterval(
    () =>
      void client.send({ path: '/healthz' }).then(
        ({ ms: took }) => times.push(took),
        () => times.push(Infinity),
      ),
    500,
  );
  return {
    stop() {
      clearInterval(timer);
      client.close();
      return times;
    },
  };
}

function judge({ report, seconds, done, health, isShort }) {
  const refused = done.filter(({ status }) => status === 503 || status === 429);
  const answered = done.filter(({ status }) => status === 200);
  const late = refused.filter(({ ms: took }) => took > 1_000);
  const broken = done.length - refused.length - answered.length;
  const took = (list) => list.map(({ ms: each }) => each);
  report.row(
    `${RATE} operations a second, ${seconds} s: each is answered, or refused by 429 or 503`,
    `${done.length} operations, ${answered.length} answered, ${refused.length} refused, ${broken} broken`,
    broken === 0,
  );
  report.row(
    'a refusal comes within 1 s (99 of 100)',
    `${late.length} of ${refused.length} later, p95 ${ms(quantile(took(refused), 0.95))}, at most ${ms(quantile(took(refused), 1))}`,
    isShort || late.length <= refused.length / 100,
  );
  if (late.length > 0)
    report.note(`refused late, by the second in which it was sent: ${countsOf(late, ({ status, second }) => `${second} s, ${status}`)}`);
  report.note(
    `answered: p50 ${ms(quantile(took(answered), 0.5))}, p95 ${ms(quantile(took(answered), 0.95))}, ${(answered.length / seconds).toFixed(0)} a second; health p95 ${ms(quantile(health, 0.95))}`,
  );
}

/** How many there are of each kind, in words. */
function countsOf(list, kindOf) {
  const counts = new Map();
  for (const each of list) counts.set(kindOf(each), (counts.get(kindOf(each)) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind}: ${count}`).join('; ');
}
