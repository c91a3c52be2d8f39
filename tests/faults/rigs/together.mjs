// Two nodes behind a proxy, a pooler, a primary, a synchronous standby that is read from, and a broker: each is killed while people work.
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';
import { lacking, openEnsemble } from '../lib/ensemble.mjs';
import { ms } from '../lib/figures.mjs';
import { bareId, groundOf, persist, replyOf } from '../lib/keyed.mjs';

export const title = 'All parts together, each killed in turn';

const WRITERS = 6;
const TOPIC = 'mutation($input: CreateTopicInput!) { createTopic(input: $input) { topic { slug } userErrors { code } } }';
const TOPICS = 'query($search: String) { topics(first: 20, search: $search) { edges { node { slug } } } }';
const THREAD = 'query($network: String!, $no: Int!) { thread(network: $network, no: $no) { posts(last: 100) { edges { node { id } } } } }';
const PATIENCE = 120_000;

export async function play({ world, report, isShort }) {
  const missing = lacking();
  if (missing) return report.skip(missing);
  const ensemble = await openEnsemble(world);
  try {
    const { url } = ensemble.proxy;
    const people = {
      admin: await Client.signedIn(url, 'admin', { patience: 20_000 }),
      coordinator: await Client.signedIn(url, 'coordinator.ict', { sockets: WRITERS, patience: 20_000 }),
    };
    const ground = await groundOf(people);
    const state = { isOver: false, acknowledged: new Map(), written: 0, attempts: 0, own: 0, missed: [] };
    const work = Promise.all([keepWriting(people.coordinator, ground, state), keepReadingOwn(people.admin, state)]);
    await Promise.race([killRounds({ ensemble, report, state, ground, isShort }), work]);
    state.isOver = true;
    await work;
    await judge({ ensemble, report, state });
    for (const client of Object.values(people)) client.close();
  } finally {
    await ensemble.close();
  }
}

/** Kills everything so many times, and goes on until enough own writes were looked for. */
async function killRounds({ ensemble, report, state, ground, isShort }) {
  for (let round = 1; round <= (isShort ? 1 : 3); round += 1) await killAll({ ensemble, report, state, ground, round, isShort });
  while (state.own < 100) await wait(50);
}

/** Each part dies by kill -9 while others write; a person signs in, writes and reads what they wrote meanwhile. */
async function killAll({ ensemble, report, state, ground, round, isShort }) {
  const { nodes, pooler, broker } = ensemble;
  const deaths = [
    { what: 'a node', kill: () => nodes[0].kill(), replace: () => ensemble.startNode(0), isNeeded: false },
    { what: 'the other node', kill: () => nodes[1].kill(), replace: () => ensemble.startNode(1), isNeeded: false },
    {
      what: 'the broker',
      kill: () => broker.kill(),
      replace: () => broker.start(),
      isNeeded: false,
      during: () => brokerSeen(ensemble, 0),
    },
    { what: 'the pooler', kill: () => pooler.kill(), replace: () => pooler.start(), isNeeded: true },
    { what: 'the standby', kill: () => ensemble.standby.kill(), replace: () => ensemble.standby.start(), isNeeded: true },
    { what: 'the primary', kill: () => ensemble.primary.kill(), replace: () => ensemble.failOver(), isNeeded: true },
  ];
  for (const { what, kill, replace, isNeeded, during } of deaths) {
    const before = state.acknowledged.size;
    const began = performance.now();
    await kill();
    // What people cannot do without is replaced at once; the rest only after they have done without.
    const replaced = isNeeded ? replace() : null;
    const took = await journey(ensemble.proxy.url, ground, `${round} ${what}`, began);
    while (state.acknowledged.size < before + 20) await wait(5);
    const on = performance.now() - began;
    await during?.();
    await (replaced ?? replace());
    report.row(
      `${what} is killed${isNeeded ? '' : ' and stays away'}: sign in, write, read it${isNeeded ? ', within 15 s' : ''}`,
      `done after ${ms(took)}; 20 more acknowledged after ${ms(on)}`,
      isShort || took <= 15_000,
    );
  }
  await brokerSeen(ensemble, 1);
  await ensemble.replaceStandby();
  report.note(`round ${round}: a new standby was made from the new primary while people worked`);
}

/** Waits until the nodes have seen that the broker is away, or back. */
async function brokerSeen(ensemble, wanted) {
  for (const place of [0, 1]) while ((await ensemble.figure(place, 'stoa_broker_usable')) !== wanted) await wait(50);
}

/** Somebody signs in, writes and reads it back, trying again where the way is broken. @returns the time since `began` */
async function journey(url, ground, name, began) {
  const client = await insist(() => Client.signedIn(url, 'coordinator.ict', { patience: 20_000 }));
  // A thread in which nobody else writes: the reply is among its last.
  const { id: threadId, no } = ground.open[0];
  const { id } = await persist(client, replyOf(`journey ${name}`, threadId));
  const { thread } = await insist(() => client.data(THREAD, { network: ground.slug, no }));
  if (!thread.posts.edges.some(({ node }) => node.id === id)) throw new Error(`The reply of the journey "${name}" was not found again`);
  client.close();
  return performance.now() - began;
}

/** Does something until it succeeds. @throws what was refused for good, and anything after two minutes */
async function insist(work) {
  for (const deadline = performance.now() + PATIENCE; ; await wait(50)) {
    try {
      return await work();
    } catch (error) {
      if (/"code":"(?!UNAVAILABLE)/.test(error.message) || performance.now() > deadline) throw error;
    }
  }
}

/** Keyed replies over several connections until it is over. */
async function keepWriting(client, ground, state) {
  const threads = ground.threads.slice(1);
  const hand = async () => {
    while (!state.isOver) {
      const number = state.written++;
      const done = await persist(client, replyOf(`together ${number}`, threads[number % threads.length]));
      state.acknowledged.set(number, done.id);
      state.attempts += done.attempts;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, hand));
}

/** Writes, and looks for it in a list that a replica may answer, until it is over. */
async function keepReadingOwn(client, state) {
  for (let number = 1; !state.isOver; number += 1) {
    const name = `Own ${String(number).padStart(6, '0')}`;
    const input = { clientMutationId: name, names: [{ lang: 'en', text: name }], synonyms: [] };
    const { createTopic } = await insist(() => client.data(TOPIC, { input }));
    const { topics } = await insist(() => client.data(TOPICS, { search: name }));
    state.own += 1;
    if (!topics.edges.some(({ node }) => node.slug === createTopic.topic.slug)) state.missed.push(number);
  }
}

/** Looks for everything that was acknowledged on the primary that is left. */
async function judge({ ensemble, report, state }) {
  const rows = await ensemble.primary.sql(
    "SELECT substr(body, 10)::int AS number, array_agg(id::text) AS ids FROM posts WHERE body ~ '^together [0-9]+$' GROUP BY 1",
    [],
    ensemble.database,
  );
  const found = new Map(rows.map(({ number, ids }) => [number, ids]));
  const lost = [...state.acknowledged].filter(([number, id]) => !found.get(number)?.includes(bareId(id))).length;
  const twice = rows.filter(({ ids }) => ids.length > 1).length;
  report.row(
    '0 acknowledged lost, 0 done twice',
    `${state.acknowledged.size} acknowledged, ${lost} lost, ${twice} twice`,
    lost + twice === 0,
  );
  report.row('own writes are seen 100 of 100 times', `${state.own - state.missed.length} of ${state.own}`, state.missed.length === 0);
  const ready = await Promise.all([0, 1].map((place) => fetch(`${ensemble.nodes[place].url}/readyz`)));
  report.row(
    'both nodes are ready in the end',
    ready.map(({ status }) => status).join(', '),
    ready.every(({ status }) => status === 200),
  );
  // The nodes ask every second how far it is; what was made a moment ago may not have been asked yet.
  let usable = 0;
  for (const deadline = performance.now() + 15_000; usable === 0 && performance.now() < deadline; await wait(100))
    usable = await ensemble.figure(0, 'stoa_replicas_usable');
  report.row('the standby that was made anew is read from', `${usable} usable`, usable === 1);
  report.note(`${state.attempts} attempts; the nodes answered ${ensemble.proxy.answered.join(' and ')} requests`);
}
