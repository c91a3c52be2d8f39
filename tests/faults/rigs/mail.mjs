// The mail server is away while a thousand mails come due; then it comes back, and the worker is killed while it sends.
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { ms, quantile, share } from '../lib/figures.mjs';
import { signUp } from '../lib/sign-up.mjs';

export const title = 'Mail down for an hour';

/** How many mails a program sends at once: as many may go out twice when it is killed. */
const AT_ONCE = 4;
/** A killed program's jobs are taken over within ten seconds; a busy machine has two minutes. */
const PATIENCE = 120_000;

export async function play({ world, report, isShort }) {
  const total = isShort ? 60 : 1_000;
  const kills = isShort ? 1 : 5;
  const port = await freePort();
  const { database, dataDir } = await world.copy();
  const start = () => world.program({ database, dataDir, env: { SMTP_URL: `smtp://127.0.0.1:${port}`, TRUST_PROXY: '1' } });
  let program = await start();
  await signUps({ report, url: program.url, total });

  const { received, close } = await openMailServer(port);
  const back = performance.now();
  const queue = queueOf(world, database);
  const hour = queue.letTheHourPass();
  let killed = 0;
  let last = { at: back, count: 0 };
  while ((await queue.waiting()) > 0 && performance.now() - last.at < PATIENCE) {
    if (killed < kills && received.length >= ((killed + 1) * total) / (kills + 1)) {
      killed += 1;
      await program.kill();
      program = await start();
    }
    if (received.length > last.count) last = { at: performance.now(), count: received.length };
    await wait(50);
  }
  await hour;
  if (received.length > last.count) last.at = performance.now();
  const perPerson = grouped(received);
  const twice = [...perPerson.values()].filter((mails) => mails.length > 1);
  const unlike = [...perPerson.values()].filter((mails) => new Set(mails.map(({ id }) => id)).size > 1);
  const missing = Array.from({ length: total }, (_, n) => addressOf(n)).filter((to) => !perPerson.has(to));
  report.row(`all ${total} are delivered`, `${total - missing.length}, ${ms(last.at - back)} after mail came back`, missing.length === 0);
  report.row(
    `at most one duplicate for each of the ${AT_ONCE} workers of ${killed} killed programs`,
    `${received.length - perPerson.size} duplicates`,
    killed === kills && received.length - perPerson.size <= killed * AT_ONCE,
  );
  report.row('a duplicate carries the same message id', `${twice.length} twice, ${unlike.length} of them unlike`, unlike.length === 0);
  const dead = await queue.dead();
  report.row('no job is given up', `${dead} dead`, dead === 0);
  if (missing.length > 0) report.note(`left in the queue: ${await queue.left()}`);
  await close();
  await program.stop();
}

const addressOf = (number) => `mail${number}@example.org`;

function grouped(mails) {
  const groups = new Map();
  for (const mail of mails) groups.set(mail.to, [...(groups.get(mail.to) ?? []), mail]);
  return groups;
}

/** The hour without mail: everybody asks for an account. */
async function signUps({ report, url, total }) {
  const times = [];
  const refused = [];
  await share(total, 8, async (number) => {
    const reply = await signUp(url, addressOf(number), number);
    times.push(reply.ms);
    if (!reply.isTaken) refused.push(reply.text.slice(0, 200));
  });
  report.row(
    'mutations are unaffected while mail is down',
    `${total - refused.length} of ${total}, p95 ${ms(quantile(times, 0.95))}`,
    refused.length === 0,
  );
  if (refused.length > 0) report.note(`refused: ${refused[0]}`);
}

/** Takes mails; `received` holds the ids of those that belong to this rig, as they come. The demo's own are let go. */
async function openMailServer(port) {
  const received = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part) => (text += part));
      stream.on('end', () => {
        const to = /^To: (.*)$/im.exec(text)?.[1]?.trim() ?? '';
        if (/^mail\d+@/.test(to)) received.push({ id: /^Message-ID: (.*)$/im.exec(text)?.[1], to });
        done();
      });
    },
  });
  // A killed program breaks its connections off.
  smtp.on('error', () => undefined);
  await new Promise((resolve) => smtp.listen(port, '127.0.0.1', resolve));
  return { received, close: () => new Promise((resolve) => smtp.close(resolve)) };
}

/** What the queue holds of this rig's mails. */
function queueOf(world, database) {
  const count = async (condition) => {
    const sql = `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'SignUpRequested' AND ${condition}`;
    return (await world.sql(database, sql))[0].n;
  };
  return {
    waiting: () => count('attempts < max_attempts'),
    dead: () => count('attempts >= max_attempts AND locked_by IS NULL'),
    left: async () =>
      JSON.stringify(
        await world.sql(
          database,
          'SELECT attempts, locked_by, run_at > now() AS later, count(*)::int FROM graphile_worker.jobs GROUP BY 1, 2, 3',
        ),
      ),
    /** Every attempt that waits for its time is due now; what was on its way when mail came back, too. */
    async letTheHourPass() {
      for (let seconds = 0; seconds < 3; seconds += 1) {
        await world.sql(
          database,
          'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND locked_at IS NULL AND attempts > 0',
        );
        await wait(1_000);
      }
    },
  };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
