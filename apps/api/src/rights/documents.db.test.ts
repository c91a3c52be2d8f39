import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { LIMITS } from '../platform/graphql/limits.js';
import { startGround, type Ground } from './ground.js';
import { LEAK, serve, type Reply, type Served } from './serve.js';

let ground: Ground;
let served: Served;
let token: string | null;

describe('documents', () => {
  beforeAll(async () => {
    ground = await startGround();
    served = await serve(ground.world);
    token = ground.personas.find(({ name }) => name === 'AD home')?.token ?? null;
  });
  afterAll(async () => {
    await served.stop();
    await ground.world.close();
  });

  interface Fault {
    code?: string;
    limit?: string;
  }

  /** The first error of an answer, which is in order otherwise: no fault of the server, and nothing of its inside. */
  function faultOf(reply: Reply): Fault {
    expect(reply.status).toBeLessThan(500);
    expect(reply.text).not.toMatch(LEAK);
    const { errors } = JSON.parse(reply.text) as { errors?: { extensions?: Fault }[] };
    return errors?.[0]?.extensions ?? {};
  }

  const nested = (depth: number): string => `{ viewer { ${'person { appointments { '.repeat(depth / 2)}id${' } }'.repeat(depth / 2)} } }`;
  const many = (count: number, part: (n: number) => string): string => Array.from({ length: count }, (_, n) => part(n)).join(' ');
  /** Fragments of which each spreads the one before it twice: small to read, and 2 to the power of `levels` to walk. */
  const fanned = (levels: number): string =>
    `{ ...F${String(levels)} } fragment F0 on Query { viewer { id } } ${many(levels, (n) => `fragment F${String(n + 1)} on Query { ...F${String(n)} ...F${String(n)} }`)}`;

  describe('hostile documents', () => {
    it.each([
      ['200 levels', nested(200), 'depth'],
      [
        '200 levels through fragments',
        `{ ...F0 } ${many(20, (n) => `fragment F${String(n)} on Query { viewer { person { appointments { person { ...G${String(n)} } } } } } fragment G${String(n)} on Person { appointments { person { ${n === 19 ? 'id' : `...G${String(n + 1)}`} } } }`)}`,
        'depth',
      ],
      ['aliases', `{ ${many(LIMITS.aliases + 1, (n) => `a${String(n)}: viewer { id }`)} }`, 'aliases'],
      ['5,000 fields', `{ ${'viewer { id } '.repeat(5_000)} }`, 'tokens'],
      ['5,000 aliases', `{ ${many(5_000, (n) => `a${String(n)}: __typename`)} }`, 'tokens'],
      [
        'directives',
        `{ viewer { ${many(LIMITS.directives + 1, (n) => `... @include(if: ${String(n % 2 === 0)}) { id }`)} } }`,
        'directives',
      ],
      [
        'a page of pages',
        '{ networks(first: 100) { edges { node { members(first: 100) { edges { node { person { appointments { id } } } } } } } } }',
        'cost',
      ],
      ['the schema 30 times', `{ ${many(30, (n) => `a${String(n)}: __schema { types { name } }`)} }`, 'introspections'],
      [
        'the schema 40 deep',
        `{ __schema { types { fields { type ${'{ ofType '.repeat(40)}{ name }${' }'.repeat(40)} } } } }`,
        'introspectionDepth',
      ],
      ['two mutations', 'mutation { a: signOut { signedOut } b: signOut { signedOut } }', 'mutations'],
      ['a mutation in a fragment', 'mutation { ...A } fragment A on Mutation { signOut { signedOut } }', 'mutations'],
    ])('are refused by name: %s', async (_, query, limit) => {
      expect(faultOf(await served.ask(query, {}, { token }))).toEqual({
        code: expect.stringMatching(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/),
        limit,
      });
    });

    it.each([
      ['a circle of fragments', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
      ['a fragment of itself', '{ ...A } fragment A on Query { viewer { id } ...A }'],
      ['an unknown field', '{ secrets { id } }'],
      ['an unknown directive', '{ viewer @defer { id } }'],
      ['500 directives on one field', `{ viewer { id ${'@include(if: true) '.repeat(500)} } }`],
      ['no document', ''],
      ['no operation', 'fragment A on Query { viewer { id } }'],
      ['a subscription', 'subscription { viewer { id } }'],
      ['signs that are no GraphQL', '\u0000\ud800{'],
    ])('are refused in order: %s', async (_, query) => {
      expect(faultOf(await served.ask(query, {}, { token })).code).toMatch(
        /^(GRAPHQL_(VALIDATION|PARSE)_FAILED|BAD_REQUEST|OPERATION_RESOLUTION_FAILURE)$/,
      );
    });

    it('are refused or not by what each of them asks for, however often they come', async () => {
      const query =
        'query($first: Int = 100, $deep: Boolean = true) { networks(first: $first) { edges { node { members(first: $first) @include(if: $deep) { edges { node { person { appointments { id } } } } } } } } }';
      const asked = [{ first: 2 }, { first: 100 }, { first: 100, deep: false }, { first: null }, { first: 'x' }, {}, { first: 2 }];
      const outcomes: unknown[] = [];
      for (const variables of asked) {
        const answer = await served.ask(query, variables, { token });
        const limit = answer.text.includes('"errors"') ? faultOf(answer).limit : 'none';
        outcomes.push(limit ?? 'other');
      }
      // What was asked with null or a wrong size must not stand for the default.
      expect([outcomes[0], outcomes[1], outcomes[2], outcomes[5], outcomes[6]]).toEqual(['none', 'cost', 'none', 'cost', 'none']);
    });

    it('of fragments that multiply are refused without being walked', async () => {
      expect(faultOf(await served.ask(fanned(24), {}, { token })).code).toBe('GRAPHQL_VALIDATION_FAILED');
    });
  });

  describe('hostile requests', () => {
    const json = { 'content-type': 'application/json' };
    const post = (body: unknown, headers: Record<string, string> = json) =>
      served.send({ method: 'POST', path: '/graphql', headers, body, token });

    it('of 10 MB are refused by the name of the limit', async () => {
      const reply = await post(JSON.stringify({ query: `{ viewer { id } } #${'x'.repeat(10_000_000)}` })).catch(() => null);
      // A client that is still writing may see the connection end instead.
      if (reply) {
        expect(reply.status).toBe(413);
        expect(faultOf(reply)).toEqual({ code: 'BODY_TOO_LARGE', limit: 'bodyBytes' });
      }
      expect((await served.ask('{ viewer { id } }', {}, { token })).status).toBe(200);
    });

    it('of a wrong form are refused', async () => {
      const query = '{ viewer { id } }';
      const bodies: unknown[] = [
        '{',
        'null',
        '7',
        '"text"',
        '[]',
        {},
        [{ query }, { query }],
        { query: 7 },
        { query: [query] },
        { query, variables: 'text' },
        { query, variables: [1] },
        { query, operationName: 7 },
        { query, extensions: 'text' },
        '\u0000',
        '{"query":"\ud800"}',
      ];
      for (const body of bodies) {
        const reply = await post(body);
        expect([body, reply.status]).toEqual([body, 400]);
        faultOf(reply);
      }
    });

    it('cannot read or plant an operation by its hash', async () => {
      const query = '{ viewer { email } }';
      const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
      expect(faultOf(await post({ extensions })).code).toBe('PERSISTED_QUERY_NOT_FOUND');
      await post({ query, extensions });
      expect(faultOf(await post({ extensions })).code).toBe('PERSISTED_QUERY_NOT_FOUND');
      expect(faultOf(await post({ query, extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } })).code).toBeDefined();
    });

    it('by GET change nothing and need what a form cannot send', async () => {
      const get = (query: string, headers: Record<string, string> = {}) =>
        served.send({ path: `/graphql?query=${encodeURIComponent(query)}`, headers, token });
      expect((await get('{ viewer { id } }')).status).toBe(400);
      expect((await get('mutation { signOutEverywhere { done } }', { 'apollo-require-preflight': '1' })).status).toBe(405);
      expect((await served.ask('{ viewer { id } }', {}, { token })).text).toContain('Viewer_');
    });

    it('of variables that do not fit are refused without an echo', async () => {
      const secret = 'hunter2 hunter2';
      const reply = await served.ask('mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }', {
        input: { email: { deep: secret }, password: [secret] },
      });
      expect(faultOf(reply).code).toBe('BAD_USER_INPUT');
      expect(reply.text).not.toContain(secret);
    });
  });

  interface Audit {
    id: string;
    name: string;
    fn(): Promise<{ status: 'ok' | 'notice' | 'warn' | 'error'; reason?: string }>;
  }

  /** What the audit would like otherwise and stays: GET is not for programs, and a request that cannot be run has status 400 in any media type. */
  const KNOWN: readonly string[] = [
    '572B warn: SHOULD use 200 status code on document parsing failure when accepting application/json',
    '5A70 notice: MAY accept application/x-www-form-urlencoded formatted GET requests',
    '6A70 notice: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
    '7B9B warn: SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
    'D6D5 notice: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
    'FDE2 warn: SHOULD use 200 status code on document validation failure when accepting application/json',
  ];

  describe('GraphQL over HTTP', () => {
    it('passes the audits of graphql-http', async () => {
      // What only tests need lies in a package of its own, out of reach of ordinary resolution.
      const { serverAudits } = createRequire(new URL('../../../../tests/package.json', import.meta.url))('graphql-http') as {
        serverAudits(options: { url: string }): Audit[];
      };
      const audits = serverAudits({ url: `${served.url}/graphql` });
      const results = await Promise.all(audits.map(async (audit) => ({ ...(await audit.fn()), id: audit.id, name: audit.name })));
      expect(results.length).toBeGreaterThan(50);
      const wrong = results.filter(({ status }) => status !== 'ok').map(({ id, status, name }) => `${id} ${status}: ${name}`);
      expect(wrong.toSorted()).toEqual(KNOWN);
    });
  });
});
