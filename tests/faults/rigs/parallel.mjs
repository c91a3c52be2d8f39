// Many at once: one key sent fifty times, and two people who decide the same thing.
import { Client } from '../lib/client.mjs';
import { share } from '../lib/figures.mjs';
import { REPLY, bareId, groundOf, persist, replyOf } from '../lib/keyed.mjs';

export const title = 'At once: one key makes one row, and one of two decisions counts';

const DECIDE = 'mutation($input: DecideInput!) { decide(input: $input) { decision { id } userErrors { code } } }';
const AT_ONCE = 50;

export async function play({ world, report, isShort }) {
  const { database, dataDir } = await world.copy();
  const program = await world.program({ database, dataDir });
  const admin = await Client.signedIn(program.url, 'admin');
  const coordinator = await Client.signedIn(program.url, 'coordinator.ict');
  const people = { admin, coordinator };
  const ground = await groundOf(people);
  await keys({ world, report, database, coordinator, ground }, isShort ? 3 : 40);
  await pairs({ world, report, database, program, coordinator, ground }, isShort ? 40 : 1_000);
  for (const client of Object.values(people)) client.close();
  await program.stop();
}

async function keys({ world, report, database, coordinator, ground }, rounds) {
  const wrong = [];
  let mismatched = 0;
  for (let round = 0; round < rounds; round += 1) {
    const mutation = replyOf(`parallel ${round}`, ground.threads[round % ground.threads.length]);
    const replies = await Promise.all(Array.from({ length: AT_ONCE }, () => coordinator.ask(REPLY, { input: mutation.input })));
    const different = new Set(replies.map(({ text }) => text));
    const rows = await world.sql(database, 'SELECT id FROM posts WHERE body = $1', [mutation.input.body]);
    if (different.size !== 1 || rows.length !== 1) wrong.push(`round ${round}: ${different.size} answers, ${rows.length} rows`);
    const other = await coordinator.ask(REPLY, { input: { ...mutation.input, body: 'something else' } });
    if (JSON.parse(other.text).errors?.[0]?.extensions?.code === 'IDEMPOTENCY_MISMATCH') mismatched += 1;
  }
  report.row(
    `${AT_ONCE} parallel requests with one key, ${rounds} times: one row, equal answers`,
    wrong.length === 0 ? 'always' : wrong.join('; '),
    wrong.length === 0,
  );
  report.row('the same key with another body is an error', `${mismatched} of ${rounds}`, mismatched === rounds);
}

/** Two people hide or show the same post, both having seen the same decisions. */
async function pairs({ world, report, database, program, coordinator, ground }, count) {
  const other = await Client.signedIn(program.url, 'county.southbay');
  // Nobody decides on a post of their own.
  const author = await Client.signedIn(program.url, 'teacher014');
  const deciders = [coordinator, other];
  const posts = [];
  for (let n = 0; n < 10; n += 1) posts.push({ id: (await persist(author, replyOf(`pair ${n}`, ground.threads[0]))).id, seq: 0 });
  const outcomes = { one: 0, none: 0, both: 0 };
  const codes = new Map();
  // Each post belongs to one hand, so that only the two of a pair meet.
  await share(posts.length, posts.length, async (number) => {
    const post = posts[number];
    for (let turn = 0; turn < count / posts.length; turn += 1) {
      const input = {
        subjectId: post.id,
        expectedSeq: post.seq,
        kind: post.seq % 2 === 0 ? 'HIDE' : 'UNHIDE',
        reason: 'Because two people meet here',
      };
      const answers = (await Promise.all(deciders.map((each) => each.ask(DECIDE, { input })))).map(({ text }) => JSON.parse(text));
      const done = answers.filter(({ data }) => data?.decide?.decision).length;
      outcomes[['none', 'one', 'both'][done]] += 1;
      for (const { errors, data } of answers) {
        const code = errors?.[0]?.extensions?.code ?? data?.decide?.userErrors?.[0]?.code ?? 'decided';
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
      post.seq += Math.min(done, 1);
    }
  });
  const rows = await world.sql(database, 'SELECT count(*)::int AS n FROM moderation_decisions WHERE subject_id = ANY($1)', [
    posts.map(({ id }) => bareId(id)),
  ]);
  report.row(`two decide at once, ${count} pairs: one transition`, JSON.stringify(outcomes), outcomes.one === count);
  report.row('the other gets CONFLICT', `${codes.get('CONFLICT') ?? 0} of ${count}`, codes.get('CONFLICT') === count);
  report.row('as many decisions are kept', rows[0].n, rows[0].n === count);
  report.note(`answers to decisions: ${[...codes].map(([code, n]) => `${code} ${n}`).join(', ')}`);
  for (const each of [other, author]) each.close();
}
