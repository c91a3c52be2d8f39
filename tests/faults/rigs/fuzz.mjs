// Documents made from the schema, sent by several roles to a running program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { Client } from '../lib/client.mjs';
import { documentsOf } from '../lib/documents.mjs';
import { ms, quantile, randomOf, share } from '../lib/figures.mjs';

export const title = 'GraphQL fuzz: no document breaks the API or makes it talk';

const ROLES = ['admin', 'county.northshore', 'coordinator.ict', 'teacher014', 'parent', null];
const SEED = Number(process.env.STOA_TEST_SEED ?? 20_261_128);
/** How many documents one session lives for: some of them sign it out. */
const RENEWED = 400;

/** What no error says: statements, stacks, paths, hosts. */
const LEAK =
  /\b(SELECT|INSERT INTO|UPDATE \w+ SET|syntax error at|constraint "|relation "|column "|invalid input|invalid byte|node_modules|\/src\/|\/dist\/|\.[tj]s:\d+|127\.0\.0\.1|localhost|postgres(ql)?:)/;
const STACK = /node_modules|\bat \w+ \(|\.[tj]s:\d+:\d+/;

export async function play({ world, report, isShort }) {
  const total = Number(process.env.STOA_TEST_DOCUMENTS ?? (isShort ? 2_000 : 100_000));
  const { database, dataDir } = await world.copy();
  const program = await world.program({ database, dataDir });
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../apps/api/schema.graphql'), 'utf8'));
  const make = documentsOf(schema, await knownOf(world, database));

  const sessions = new Map();
  const sessionOf = async (role, number) => {
    if (role === null) return sessions.get(role) ?? sessions.set(role, new Client(program.url)).get(role);
    const era = Math.floor(number / RENEWED);
    const kept = sessions.get(role);
    if (kept?.era === era) return kept.client;
    // What the documents may have done to the account is undone, so that the role goes on having its rights.
    const client = kept?.client ?? (await world.sql(database, 'SELECT 1').then(() => Client.signedIn(program.url, role)));
    const session = { era, client };
    sessions.set(role, session);
    if (kept) await renew(world, database, program.url, role, client);
    return client;
  };

  const faults = { crash: [], status: [], internal: [], leak: [], unanswered: [] };
  const codes = new Map();
  const times = [];
  const refusals = [];
  let answered = 0;
  const began = performance.now();
  await share(total, 8, async (number) => {
    const random = randomOf(SEED + number);
    const { body, isMeantValid, field } = make(random, number);
    const role = ROLES[Math.floor(random() * ROLES.length)];
    const client = await sessionOf(role, number);
    let reply;
    try {
      reply = await client.post(body);
    } catch (error) {
      faults.unanswered.push(`${number} ${role} ${error.message} ${body.slice(0, 600)}`);
      return;
    }
    times.push(reply.ms);
    let answer = {};
    try {
      answer = JSON.parse(reply.text);
    } catch {
      faults.status.push(`${number} ${reply.status}, no JSON: ${reply.text.slice(0, 100)} for ${body.slice(0, 400)}`);
    }
    const errors = answer.errors ?? [];
    const said = JSON.stringify(errors);
    const note = (list) => list.push(`${number} ${role} ${field} ${reply.status} ${said.slice(0, 300)} for ${body.slice(0, 1200)}`);
    if (errors.length > 0) refusals.push(reply.ms);
    if (reply.status >= 500) note(faults.status);
    if (errors.some(({ extensions }) => ['INTERNAL', 'INTERNAL_SERVER_ERROR'].includes(extensions?.code))) note(faults.internal);
    if (LEAK.test(said) || STACK.test(said)) note(faults.leak);
    for (const code of errors.length > 0 ? errors.map(({ extensions }) => extensions?.code ?? 'none') : ['answered'])
      codes.set(code, (codes.get(code) ?? 0) + 1);
    if (errors.length === 0 && isMeantValid) answered += 1;
  });
  const alive = await new Client(program.url).send({ path: '/readyz' }).then(
    ({ status }) => status === 200,
    () => false,
  );
  if (!alive) faults.crash.push('the program does not answer any more');
  const seconds = (performance.now() - began) / 1000;
  report.row(`${total} documents from the schema, half of them meant valid`, `${times.length} answered`, times.length === total);
  report.row('0 crashes', faults.crash.length, faults.crash.length === 0);
  report.row('0 answers of the 5xx kind, or that are no JSON', faults.status.length, faults.status.length === 0);
  report.row('0 INTERNAL', faults.internal.length, faults.internal.length === 0);
  report.row('0 leaks of statement, stack, path or host', faults.leak.length, faults.leak.length === 0);
  report.note(`seed ${SEED}; ${answered} valid documents got data without an error; ${(total / seconds).toFixed(0)} documents a second`);
  for (const [what, list] of Object.entries({ 'an answer': times, 'a refusal': refusals }))
    report.note(`${what} took p50 ${ms(quantile(list, 0.5))}, p99 ${ms(quantile(list, 0.99))}, at most ${ms(quantile(list, 1))}`);
  report.note(
    `codes: ${[...codes]
      .toSorted(([, a], [, b]) => b - a)
      .map(([code, n]) => `${code} ${n}`)
      .join(', ')}`,
  );
  for (const [kind, list] of Object.entries(faults)) for (const fault of list.slice(0, 20)) report.note(`${kind}: ${fault}`);
  await program.stop();
}

/** Gives a role its account back, whatever its documents did, and a new session. */
async function renew(world, database, url, role, client) {
  await world.sql(database, "UPDATE people SET status = 'ACTIVE' WHERE email = $1", [`${role}@demo.invalid`]);
  const fresh = await Client.signedIn(url, role).catch(() => null);
  if (fresh) client.cookie = fresh.cookie;
}

const TYPES = {
  people: 'Person',
  networks: 'Network',
  threads: 'Thread',
  posts: 'Post',
  centres: 'Centre',
  structures: 'Structure',
  schools: 'School',
  school_groups: 'SchoolGroup',
  topics: 'Topic',
  territories: 'Territory',
  memberships: 'Membership',
  appointments: 'Appointment',
  affiliations: 'Affiliation',
  annual_reports: 'AnnualReport',
};

/** Ids and names of records that exist. */
async function knownOf(world, database) {
  const ids = [];
  for (const [table, type] of Object.entries(TYPES)) {
    const rows = await world.sql(database, `SELECT id FROM ${table} ORDER BY id LIMIT 12`);
    ids.push(...rows.map(({ id }) => `${type}_${id}`));
  }
  const words = async (text) => (await world.sql(database, text)).map(({ word }) => word);
  const network = await words('SELECT slug AS word FROM networks LIMIT 20');
  const slugs = [
    ...network,
    ...(await words('SELECT slug AS word FROM schools LIMIT 10')),
    ...(await words('SELECT slug AS word FROM centres LIMIT 5')),
  ];
  return {
    ids,
    slugs,
    network,
    slug: slugs,
    county: await words("SELECT slug AS word FROM territories WHERE kind = 'COUNTY'"),
    region: await words("SELECT slug AS word FROM territories WHERE kind <> 'COUNTY' LIMIT 5"),
    handle: await words('SELECT handle AS word FROM people LIMIT 20'),
    topic: await words('SELECT slug AS word FROM topics LIMIT 10'),
    year: ['2026/27', '2025/26', '2025-26'],
    lang: ['en', 'el', 'pl', 'ru'],
    email: ['somebody@example.org', 'admin@demo.invalid'],
  };
}
