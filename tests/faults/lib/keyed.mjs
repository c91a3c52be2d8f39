// Mutations with an idempotency key, and what a patient client does with them.
import { setTimeout as wait } from 'node:timers/promises';

export const REPLY = 'mutation($input: ReplyInput!) { reply(input: $input) { post { id } userErrors { code } } }';

const NETWORK = `{ networks(first: 1, mine: true) { edges { node { slug } } } }`;
const THREADS = `query($network: String!) { threads(network: $network, first: 8) { edges { node { id no locked } } } }`;
const COUNTY = `{ networkCounties(first: 1) { id } }`;

/** A network of the coordinator's with its open threads (their ids alone as `threads`), and a county of the administrator's. */
export async function groundOf({ admin, coordinator }) {
  const { slug } = (await coordinator.data(NETWORK)).networks.edges[0].node;
  const county = (await admin.data(COUNTY)).networkCounties[0].id;
  const { threads } = await coordinator.data(THREADS, { network: slug });
  const open = threads.edges.map(({ node }) => node).filter(({ locked }) => !locked);
  return { slug, county, open, threads: open.map(({ id }) => id) };
}

/** One attempt at `{ query, field, node, input }`. @returns the id of what was made; null where the answer was lost or refused for now */
export async function attempt(client, { query, field, node, input }) {
  let reply;
  try {
    reply = await client.ask(query, { input });
  } catch {
    return null; // The connection broke: whether it was done, the next attempt with the same key tells.
  }
  if (reply.status === 502) return null; // A proxy's word that the way broke.
  const { data, errors } = parsed(reply);
  const id = data?.[field]?.[node]?.id;
  if (id) return id;
  if (errors?.[0]?.extensions?.code === 'UNAVAILABLE') return null;
  throw new Error(`${field} was refused: ${reply.text}`);
}

const PATIENCE = 120_000;

/** Attempts until there is an answer. @returns the id, and how many attempts it took @throws Error after two minutes without one */
export async function persist(client, mutation) {
  const deadline = performance.now() + PATIENCE;
  for (let attempts = 1; ; attempts += 1) {
    if (performance.now() > deadline) throw new Error(`${mutation.field} got no answer in two minutes`);
    const id = await attempt(client, mutation);
    if (id !== null) return { id, attempts };
    await wait(50);
  }
}

/** A reply under a mark, which is its key, too. */
export function replyOf(mark, threadId) {
  return {
    query: REPLY,
    field: 'reply',
    node: 'post',
    input: { clientMutationId: mark.replaceAll(' ', '-'), body: mark, lang: 'en', threadId },
  };
}

/** The bare id of a global one. */
export const bareId = (id) => id.slice(id.indexOf('_') + 1);

function parsed(reply) {
  try {
    return JSON.parse(reply.text);
  } catch {
    throw new Error(`an answer that is no JSON: ${reply.status} ${reply.text.slice(0, 200)}`);
  }
}
