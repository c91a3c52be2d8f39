// People at work: the web app's own operations by hash, in the mix of the reliability page, at a rate that does not wait for answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from './client.mjs';
import { randomOf } from './figures.mjs';
import { groundOf } from './keyed.mjs';

const OPERATIONS = join(import.meta.dirname, '../../../apps/web/src/gql/operations.json');

/** Who is at work, and how many sessions each has. */
const SESSIONS = {
  teacher014: 10,
  teacher020: 10,
  teacher031: 10,
  teacher052: 6,
  'coordinator.ict': 6,
  'county.northshore': 3,
  'county.southbay': 3,
  admin: 1,
  parent: 3,
};

/** Reads by weight; together they are four fifths of all. */
const READS = [
  ['HomePageQuery', 14, () => ({})],
  ['ShellViewerQuery', 14, () => ({})],
  ['NetworksPageQuery', 8, () => ({ first: 20 })],
  ['NetworkPageQuery', 8, ({ slug }) => ({ slug })],
  ['DiscussionsPageQuery', 10, ({ slug }) => ({ slug, network: slug })],
  ['ThreadPageQuery', 14, ({ slug, no }) => ({ network: slug, no })],
  ['SearchPageQuery', 4, () => ({ query: 'ict', first: 20 })],
  ['SchoolsPageQuery', 4, () => ({ first: 20 })],
  ['CentresPageQuery', 2, () => ({ first: 20 })],
  ['FindAnswersQuery', 2, () => ({ first: 10, topic: 'reading-difficulties' })],
];
const WRITES = [
  ['MarkThreadReadMutation', 10],
  ['ReplyMutation', 8],
  ['VisitHomeMutation', 2],
];

/** Opens the sessions, and warms the program up: nobody measures the first seconds after a start. */
export async function openOffice(url, warmUpSeconds) {
  const source = JSON.parse(readFileSync(OPERATIONS, 'utf8'));
  const hashes = new Map(Object.entries(source).map(([hash, text]) => [/(?:query|mutation) (\w+)/.exec(text)?.[1], hash]));
  const missing = [...READS, ...WRITES].map(([name]) => name).filter((name) => !hashes.has(name));
  if (missing.length > 0) throw new Error(`The interface has no such operations: ${missing.join(', ')}`);
  const people = [];
  for (const [account, count] of Object.entries(SESSIONS)) {
    const first = await Client.signedIn(url, account, { sockets: 64, patience: 60_000 });
    for (let n = 0; n < count; n += 1)
      people.push({ account, client: n === 0 ? first : await Client.signedIn(url, account, { sockets: 64, patience: 60_000 }) });
  }
  const admin = people.find(({ account }) => account === 'admin').client;
  const coordinator = people.find(({ account }) => account === 'coordinator.ict').client;
  const ground = await groundOf({ admin, coordinator });
  const office = new Office(people, hashes, ground);
  await office.work(20, warmUpSeconds, () => undefined);
  return office;
}

/** Why an answer is none; undefined for one that holds what was asked for. */
function refusalIn(text) {
  if (text.startsWith('{"errors"')) return JSON.parse(text).errors[0]?.extensions?.code ?? 'unnamed';
  return text.includes('"userErrors":[{') ? 'userErrors' : undefined;
}

class Office {
  #random = randomOf(100);
  #written = 0;

  constructor(people, hashes, ground) {
    this.people = people;
    this.hashes = hashes;
    this.ground = ground;
    this.writers = people.filter(({ account }) => account === 'coordinator.ict');
  }

  #pick(list) {
    return list[Math.floor(this.#random() * list.length)];
  }

  #weighted(list) {
    let at = this.#random() * list.reduce((sum, [, weight]) => sum + weight, 0);
    return list.find(([, weight]) => (at -= weight) < 0) ?? list[0];
  }

  /** One operation of somebody's. @returns `{ name, status, ms, code }`; status 0 where the connection failed */
  async act() {
    const isRead = this.#random() < 0.8;
    const [name, , variablesOf] = this.#weighted(isRead ? READS : WRITES);
    const threadId = this.#pick(this.ground.threads);
    const { client } = this.#pick(name === 'ReplyMutation' || name === 'MarkThreadReadMutation' ? this.writers : this.people);
    const variables = isRead
      ? variablesOf({ slug: this.ground.slug, no: 1 + Math.floor(this.#random() * 3) })
      : this.#input(name, threadId);
    const began = performance.now();
    try {
      const reply = await client.own(this.hashes.get(name), name, variables);
      return { name, status: reply.status, ms: performance.now() - began, code: refusalIn(reply.text) };
    } catch {
      return { name, status: 0, ms: performance.now() - began, code: undefined };
    }
  }

  #input(name, threadId) {
    if (name === 'VisitHomeMutation') return {};
    if (name === 'MarkThreadReadMutation') return { input: { threadId, upTo: 1 } };
    this.#written += 1;
    return { input: { clientMutationId: `load-${this.#written}`, body: `At work, ${this.#written}`, lang: 'en', threadId } };
  }

  /** Acts at a rate, and waits for the last answer. @param onDone told of every operation, with the second in which it began */
  async work(perSecond, seconds, onDone) {
    const { rest } = await this.send(perSecond, seconds, onDone);
    await rest;
  }

  /** Acts at a rate, whether answers come or not. @returns when the last was sent; `rest` ends with the last answer */
  async send(perSecond, seconds, onDone) {
    const began = performance.now();
    const running = new Set();
    let sent = 0;
    const sendDue = (elapsed) => {
      for (const due = Math.floor(Math.min(elapsed, seconds) * perSecond); sent < due; sent += 1) {
        const one = this.act().then((done) => {
          running.delete(one);
          onDone(done, Math.floor(elapsed));
        });
        running.add(one);
      }
    };
    for (let elapsed = 0; elapsed < seconds; elapsed = (performance.now() - began) / 1000) {
      sendDue(elapsed);
      await wait(5);
    }
    sendDue(seconds);
    return { rest: Promise.all(running) };
  }

  close() {
    for (const { client } of this.people) client.close();
  }
}
