// Documents and requests made to cost much: each is refused with the name of a limit, quickly.
import { getIntrospectionQuery } from 'graphql';
import { Client } from '../lib/client.mjs';
import { ms, quantile } from '../lib/figures.mjs';
import { memoryOf } from '../lib/memory.mjs';

export const title = 'Hostile documents are refused at once, by name';

const repeated = (count, each) => Array.from({ length: count }, (_, n) => each(n)).join(' ');
const nested = (depth, open, core, close) => open.repeat(depth) + core + close.repeat(depth);

/** What is POSTed, and the limit or code that must answer. A text is sent as it stands. */
function hostile() {
  const deep = (depth) => `{ networks(first: 1) { edges { node ${nested(depth, '{ county { parent ', '{ id }', '} }')} } } }`;
  const bomb = (levels) =>
    `{ networks(first: 1) { edges { node { ...F0 } } } } ${repeated(levels, (n) => `fragment F${n} on Network { ${repeated(10, (k) => `a${k}: id ...F${n + 1}`)} }`)} fragment F${levels} on Network { id }`;
  const wide = repeated(5_000, () => 'id');
  const named = repeated(5_000, (n) => `a${n}: id`);
  const introspection = (depth) => `{ __schema { types { fields { type ${nested(depth, '{ ofType ', '{ name }', '}')} } } } }`;
  const lists = nested(6, '{ networks(first: 100) { edges { node { members(first: 100) { edges { node { id } } } ', '', '} } } }').slice(
    0,
    20_000,
  );
  const query = (text) => ({ query: text });
  return {
    'aliases: 1,000 root fields': [query(`{ ${repeated(1_000, (n) => `a${n}: viewer { id }`)} }`), 'aliases|tokens'],
    'aliases: 5,000 fields': [query(`{ networks(first: 1) { edges { node { ${named} } } } }`), 'tokens'],
    '5,000 fields': [query(`{ networks(first: 1) { edges { node { ${wide} } } } }`), 'tokens'],
    '3,000 fields on a page of 100': [
      query(`{ networks(first: 100) { edges { node { ${repeated(3_000, () => 'id')} } } } }`),
      'cost|GRAPHQL_VALIDATION_FAILED',
    ],
    'depth 20': [query(deep(10)), 'depth'],
    'depth 200': [query(deep(100)), 'depth'],
    'depth 20,000': [query(nested(20_000, '{ a', '', '}')), 'tokens'],
    'a fragment within itself': [query('{ ...A } fragment A on Query { ...A }'), 'GRAPHQL_VALIDATION_FAILED'],
    'fragments in a circle': [
      query('{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }'),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    'fragments, ten times each, 30 deep': [query(bomb(30)), 'tokens|aliases|cost|depth'],
    'fragments, ten times each, 12 deep': [query(bomb(12)), 'aliases|cost|depth'],
    '1,000 directives on a field': [
      query(`{ viewer { id ${'@include(if: true) '.repeat(600)} } }`),
      'tokens|directives|GRAPHQL_VALIDATION_FAILED',
    ],
    '200 unknown directives': [query(`{ viewer { id ${repeated(200, (n) => `@d${n}`)} } }`), 'directives|GRAPHQL_VALIDATION_FAILED'],
    'a batch of 100': [Array.from({ length: 100 }, () => query('{ viewer { id } }')), 'BAD_REQUEST|BATCHING'],
    'two mutations in one document': [query('mutation { a: signOut { signedOut } b: signOut { signedOut } }'), 'mutations'],
    'introspection 100 deep': [query(introspection(100)), 'introspectionDepth'],
    'introspection, 30 times': [
      query(`{ ${repeated(30, (n) => `a${n}: __schema { types { name fields { name type { name } } } }`)} }`),
      'introspections',
    ],
    'lists in lists of 100': [
      query('{ networks(first: 100) { edges { node { members(first: 100) { edges { node { person { appointments { id } } } } } } } } }'),
      'cost',
    ],
    'a page of 2,147,483,647': [
      query('{ networks(first: 2147483647) { edges { node { id } } } }'),
      'cost|first|BAD_REQUEST|BAD_USER_INPUT',
    ],
    'a page of -1': [query('{ networks(first: -1) { edges { node { id } } } }'), 'first|BAD_REQUEST|BAD_USER_INPUT'],
    '10,000 variables': [{ query: `query(${repeated(10_000, (n) => `$v${n}: Int`)}) { viewer { id } }`, variables: {} }, 'tokens'],
    'a variable of 900,000 signs': [
      { query: 'query($q: String) { networks(first: 1, query: $q) { edges { node { id } } } }', variables: { q: 'x'.repeat(900_000) } },
      'any',
    ],
    'a body of 5 MB': [{ query: '{ viewer { id } }', variables: { q: 'x'.repeat(5_000_000) } }, 'bodyBytes'],
    'variables 10,000 deep': [`{"query":"{ viewer { id } }","variables":{"a":${nested(10_000, '[', '1', ']')}}}`, 'any'],
    'keys given twice': ['{"query":"mutation { signOut { signedOut } }","query":"{ __typename }","variables":{},"variables":null}', 'any'],
    'the prototype of all': ['{"query":"{ viewer { id } }","variables":{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}}', 'any'],
    'a text of 500,000 quotes': [query(`{ viewer { id(a: ${'"'.repeat(500_000)}) } }`), 'tokens|bodyBytes|GRAPHQL_PARSE_FAILED'],
    'comments of 900,000 signs': [query(`{ viewer { id } } #${'x'.repeat(900_000)}`), 'any'],
    'no JSON': ['{"query":', 'BAD_REQUEST'],
    'a subscription': [query('subscription { a }'), 'GRAPHQL_VALIDATION_FAILED|OPERATION_RESOLUTION_FAILURE|BAD_REQUEST'],
    'lists cut off': [query(lists), 'GRAPHQL_PARSE_FAILED|tokens|cost'],
    'fragments that overlap, 100 times': [
      query(
        `{ ${repeated(100, (n) => `...G${n}`)} } ${repeated(100, (n) => `fragment G${n} on Query { networks(first: ${n + 1}) { edges { node { id } } } }`)}`,
      ),
      'GRAPHQL_VALIDATION_FAILED|cost',
    ],
  };
}

const ROUNDS = 5;

export async function play({ world, report, isShort }) {
  const { database, dataDir } = await world.copy();
  const program = await world.program({ database, dataDir });
  // A connection of its own for each: on a slow machine one that is kept would be closed by the other side meanwhile.
  const client = await Client.signedIn(program.url, 'teacher014', { isKept: false });
  await client.ask(getIntrospectionQuery());
  const wrong = [];
  const times = [];
  const before = memoryOf(program.pid);
  for (const [name, [body, expected]] of Object.entries(hostile())) {
    const took = [];
    for (let round = 0; round < (isShort ? 2 : ROUNDS); round += 1) {
      const reply = await client.post(body).catch((error) => ({ status: 599, text: '{}', ms: 0, error }));
      if (reply.error) wrong.push(`${name}: ${reply.error.message}`);
      took.push(reply.ms);
      const extensions = (JSON.parse(reply.text).errors ?? []).map((error) => error.extensions ?? {});
      const answers = extensions.flatMap(({ limit, code }) => [limit, code]).filter(Boolean);
      const isExpected = expected === 'any' ? reply.status < 500 : answers.some((each) => new RegExp(`^(${expected})$`).test(each));
      if (!isExpected || reply.status >= 500) wrong.push(`${name}: ${reply.status} ${reply.text.slice(0, 200)}`);
    }
    const typical = quantile(took, 0.5);
    times.push({ name, typical });
  }
  const slow = times.filter(({ typical }) => typical > 50);
  report.row(
    'each is refused by the name of its limit, or answered in order',
    `${times.length} documents, ${wrong.length} otherwise`,
    wrong.length === 0,
  );
  report.row(
    'each within 50 ms (half of its tries)',
    `slowest ${ms(
      quantile(
        times.map(({ typical }) => typical),
        1,
      ),
    )}`,
    isShort || slow.length === 0,
  );
  const growth = (memoryOf(program.pid) - before) / 1e6;
  report.row('memory grows by no more than 150 MB', `${growth.toFixed(0)} MB`, growth <= 150);
  const health = await client.send({ path: '/readyz' });
  report.row('the program is ready afterwards', health.status, health.status === 200);
  for (const { name, typical } of times) report.note(`${name}: ${ms(typical)}`);
  for (const line of wrong) report.note(`otherwise: ${line}`);
  client.close();
  await program.stop();
}
