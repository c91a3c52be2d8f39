// Many who read one thread live on two nodes, while others write, lines are cut and a node is killed.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';
import { ms, quantile, randomOf, share } from '../lib/figures.mjs';
import { groundOf, persist, replyOf } from '../lib/keyed.mjs';
import { LiveReader } from '../lib/live-reader.mjs';

export const title = 'Live: every reader gets every post once, in order, whatever becomes of the line';

const THREAD = 'query($network: String!, $no: Int!) { thread(network: $network, no: $no) { lastPostNo changeNo } }';
/** Posts a second. */
const RATE = 50;
const PATIENCE = 60_000;
/** A person may have so many connections. */
const TABS = 10;

export async function play({ world, report, isShort }) {
  const sizes = isShort ? { readers: 40, posts: 30 } : { readers: 500, posts: 200 };
  const { database, dataDir } = await world.copy();
  const start = (place) => world.program({ database, dataDir: `${dataDir}-${place}`, env: { STOA_MIGRATE: 'off' } });
  const nodes = [await start(0), await start(1)];
  const people = {
    admin: await Client.signedIn(nodes[0].url, 'admin'),
    coordinator: await Client.signedIn(nodes[0].url, 'coordinator.ict'),
  };
  const ground = await groundOf(people);
  const thread = await threadOf(people.coordinator, ground);
  const written = new Map();
  const came = [];
  const arrived = ({ html }) => came.push({ mark: /mark \d+-\d+/.exec(html ?? '')?.[0], at: performance.now() });
  const readers = (await cookiesOf(world, database, ground.slug, sizes.readers)).map(
    (cookie) => new LiveReader(cookie, thread.id, thread.changeNo, arrived),
  );
  await share(readers.length, 20, (number) => readers[number].connect(nodes[number % 2].url));
  const write = (round) => writeAll({ people, thread, count: sizes.posts, round, written });

  await write(1);
  await settled(readers, sizes.posts);
  judge({ report, readers, sizes, first: thread.lastPostNo + 1, of: `${sizes.posts} posts, ${RATE} a second, nothing cut` });
  // It may come before its writer hears that it is written.
  const delays = came.map(({ mark, at }) => Math.max(0, at - written.get(mark)));
  const p99 = quantile(delays, 0.99);
  report.row(
    `from the answer to who writes a post to its arrival at ${sizes.readers} readers on two nodes: p99 within 250 ms${isShort ? ', judged in the long form alone' : ''}`,
    `p50 ${ms(quantile(delays, 0.5))}, p99 ${ms(p99)}, at most ${ms(quantile(delays, 1))}`,
    isShort || p99 <= 250,
  );

  const cutting = { isOver: false, cuts: 0 };
  const cuts = keepCutting({ readers, nodes, cutting });
  await write(2);
  // The second node dies, its readers go to the first; then it is there again.
  await nodes[1].kill();
  await wait(200); // Until its readers have seen it.
  const moved = share(readers.length, 20, (number) => (readers[number].isReading ? undefined : comeBack(readers[number], nodes)));
  await write(3);
  await moved;
  nodes[1] = await start(1);
  cutting.isOver = true;
  await cuts;
  await settled(readers, 3 * sizes.posts);
  judge({
    report,
    readers,
    sizes: { ...sizes, posts: 3 * sizes.posts },
    first: thread.lastPostNo + 1,
    of: `${3 * sizes.posts} posts, ${cutting.cuts} lines cut, a node killed`,
  });
  await memory(report, nodes);
  for (const reader of readers) reader.close();
  for (const client of Object.values(people)) client.close();
  await Promise.all(nodes.map((node) => node.stop()));
}

async function threadOf(coordinator, { slug, open }) {
  const { id, no } = open[0];
  return { id, no, ...(await coordinator.data(THREAD, { network: slug, no })).thread };
}

/** Sessions of members of the network, as the sign-in makes them, each for some of the readers. */
async function cookiesOf(world, database, slug, count) {
  const members = Math.ceil(count / TABS);
  await world.sql(
    database,
    `INSERT INTO memberships (id, network_id, county_id, person_id, state, requested_at, joined_at)
     SELECT gen_random_uuid(), n.id, n.county_id, p.id, 'ACTIVE', n.created_at, n.created_at FROM networks n, people p
     WHERE n.slug = $1 AND p.status = 'ACTIVE' AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.network_id = n.id AND m.person_id = p.id) LIMIT $2`,
    [slug, members],
  );
  const rows = await world.sql(
    database,
    "SELECT m.person_id FROM memberships m JOIN networks n ON n.id = m.network_id WHERE n.slug = $1 AND m.state = 'ACTIVE' ORDER BY m.person_id LIMIT $2",
    [slug, members],
  );
  const cookies = [];
  for (const { person_id: personId } of rows) {
    const token = randomBytes(32).toString('base64url');
    await world.sql(
      database,
      `INSERT INTO sessions (id, token_hash, person_id, created_at, last_seen_at, proved_at, expires_at, user_agent, second_factor)
       VALUES ($1, $2, $3, now(), now(), now(), now() + interval '1 day', '', false)`,
      [randomUUID(), createHash('sha256').update(token).digest(), personId],
    );
    cookies.push(`__Host-stoa=${token}`);
  }
  return Array.from({ length: count }, (_, number) => cookies[number % cookies.length]);
}

/** Writes posts at the rate, whether or not the answers have come. */
async function writeAll({ people, thread, count, round, written }) {
  const work = [];
  for (let number = 0; number < count; number += 1) {
    const mark = `mark ${round}-${number}`;
    work.push(persist(people.coordinator, replyOf(mark, thread.id)).then(() => written.set(mark, performance.now())));
    await wait(1_000 / RATE);
  }
  await Promise.all(work);
}

/** Cuts one line after the other; its reader comes back at the other node, or where there is one. */
async function keepCutting({ readers, nodes, cutting }) {
  const random = randomOf(7);
  const back = [];
  while (!cutting.isOver) {
    const reader = readers[Math.floor(random() * readers.length)];
    if (reader.isReading) {
      reader.cut();
      cutting.cuts += 1;
      back.push(wait(random() * 200).then(() => comeBack(reader, nodes)));
    }
    await wait(10);
  }
  await Promise.all(back);
}

/** Tries the nodes in turn until one is there. A reader has one line at a time. */
async function comeBack(reader, nodes) {
  if (reader.isComingBack) return;
  reader.isComingBack = true;
  await tryNodes(reader, nodes);
  reader.isComingBack = false;
}

async function tryNodes(reader, nodes) {
  const deadline = performance.now() + PATIENCE;
  for (let tries = reader.connections; performance.now() < deadline; tries += 1) {
    const isThere = await reader.connect(nodes[tries % nodes.length].url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await wait(100);
  }
}

/** Waits until everybody has as many posts. */
async function settled(readers, count) {
  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline && readers.some(({ came }) => came.length < count)) await wait(20);
}

function judge({ report, readers, sizes, first, of }) {
  const wanted = Array.from({ length: sizes.posts }, (_, number) => first + number).join();
  const wrong = readers.filter(({ came }) => came.join() !== wanted).length;
  const missing = readers.reduce((sum, { came }) => sum + Math.max(0, sizes.posts - new Set(came).size), 0);
  const twice = readers.reduce((sum, { came }) => sum + came.length - new Set(came).size, 0);
  const faults = readers.flatMap((reader) => reader.faults);
  report.row(
    `${sizes.readers} readers, ${of}: each gets each exactly once, in order`,
    `${sizes.readers - wrong} of ${sizes.readers} did; ${missing} missing, ${twice} twice${faults.length > 0 ? `; ${faults.length} faults such as ${faults[0]}` : ''}`,
    wrong === 0 && faults.length === 0,
  );
}

async function memory(report, nodes) {
  for (const [place, node] of nodes.entries()) {
    const figures = (await (await fetch(`${node.url}/metrics`)).text())
      .split('\n')
      .filter((line) => /^stoa_live_|^process_resident_memory_bytes/.test(line));
    report.note(`node ${place}: ${figures.join(', ')}`);
  }
}
