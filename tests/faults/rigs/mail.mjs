// The mail server is away while a thousand mails come due; then it comes back, and the worker is killed while it sends.
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { Client } from '../lib/client.mjs';
import { ms, quantile, share } from '../lib/figures.mjs';

export const title = 'Mail down for an hour';

const SIGN_UP = 'mutation($input: SignUpInput!) { signUp(input: $input) { requested userErrors { code } } }';

export async function play({ world, report, isShort }) {
  const total = isShort ? 60 : 1_000;
  const kills = isShort ? 1 : 5;
  const port = await freePort();
  const { database, dataDir } = await world.copy();
  const start = () => world.program({ database, dataDir, env: { SMTP_URL: `smtp://127.0.0.1:${port}`, TRUST_PROXY: '1' } });
  let program = await start();
  const times = [];
  const refused = [];
  await share(total, 8, async (number) => {
    const client = new Client(program.url);
    const reply = await client.send({
      method: 'POST',
      path: '/graphql',
      // Everybody from a place of their own: the limits of sign-up are another test's.
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.${number >> 8}.${number & 255}.1` },
      body: JSON.stringify({ query: SIGN_UP, variables: { input: { email: `mail${number}@example.org`, name: 'Ewa Mail', lang: 'pl' } } }),
    });
    times.push(reply.ms);
    if (!/"requested":true/.test(reply.text)) refused.push(reply.text.slice(0, 200));
    client.close();
  });
  report.row(
    'mutations are unaffected while mail is down',
    `${total - refused.length} of ${total}, p95 ${ms(quantile(times, 0.95))}`,
    refused.length === 0,
  );
  if (refused.length > 0) report.note(`refused: ${refused[0]}`);

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
  await new Promise((resolve) => smtp.listen(port, '127.0.0.1', resolve));
  // The hour passes: every attempt that waits for its time is due now.
  const hurry = () =>
    world.sql(database, 'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND locked_at IS NULL');
  const waiting = async () =>
    (await world.sql(database, "SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'SignUpRequested'"))[0].n;
  await hurry();
  let killed = 0;
  for (const deadline = performance.now() + 900_000; (await waiting()) > 0 && performance.now() < deadline;) {
    if (killed < kills && received.length >= ((killed + 1) * total) / (kills + 1)) {
      killed += 1;
      await program.kill();
      program = await start();
    }
    await hurry();
    await wait(100);
  }
  const perPerson = grouped(received);
  const twice = [...perPerson.values()].filter((mails) => mails.length > 1);
  const ids = new Set(received.map(({ id }) => id));
  const missing = Array.from({ length: total }, (_, n) => `mail${n}@example.org`).filter((to) => !perPerson.has(to));
  report.row(`all ${total} are delivered`, `${total - missing.length}`, missing.length === 0);
  report.row(`at most one duplicate for each of ${killed} killed workers`, `${twice.length} duplicates`, twice.length <= killed * 4);
  report.row('a duplicate carries the same message id', `${received.length} received, ${ids.size} ids`, ids.size === total);
  report.note(
    `a worker sends up to four at once: duplicates for each killed worker ${killed > 0 ? (twice.length / killed).toFixed(1) : 'none'}`,
  );
  await new Promise((resolve) => smtp.close(resolve));
  await program.stop();
}

function grouped(mails) {
  const groups = new Map();
  for (const mail of mails) groups.set(mail.to, [...(groups.get(mail.to) ?? []), mail]);
  return groups;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
