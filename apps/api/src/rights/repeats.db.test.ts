import { AsyncLocalStorage } from 'node:async_hooks';
import { getNamedType, getNullableType, isInputObjectType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { makeSchema, PUBLIC_OPERATIONS } from '../schema.js';
import { verifyAudit } from '../platform/audit/verify.js';
import { wordsInAudit } from '../testing/audit-words.js';
import { CROWD } from '../testing/database.js';
import { startGround, type Ground, type Persona } from './ground.js';
import { expectedOf, rootFields, type Spec, type Variables } from './operation.js';
import { SPECS } from './specs/index.js';
import { testMe } from '../testing/personas.js';

let ground: Ground;
let schema: GraphQLSchema;

describe('repeats', () => {
  beforeAll(async () => {
    [ground, schema] = await Promise.all([startGround({ connections: CROWD }), makeSchema()]);
  });
  afterAll(async () => {
    await ground.world.close();
  });

  type Field = GraphQLField<unknown, unknown>;
  type Input = Record<string, unknown>;

  /** Mutations whose input has a field of this name, with the first of their specifications. */
  function mutationsWith(name: string): { field: Field; spec: Spec }[] {
    return rootFields(schema).flatMap(({ kind, field }) => {
      const input = field.args[0] && getNullableType(field.args[0].type);
      const specs = [SPECS[field.name] ?? []].flat();
      const spec = specs.find(({ passes }) => !passes) ?? specs[0];
      return kind === 'mutation' && spec && isInputObjectType(input) && name in input.getFields() ? [{ field, spec }] : [];
    });
  }

  /** Errors and the ids of what a payload holds. */
  function documentOf(field: Field): string {
    const payload = getNamedType(field.type);
    const records = isObjectType(payload)
      ? Object.values(payload.getFields()).filter(({ type }) =>
          isObjectType(getNamedType(type)) ? 'id' in (getNamedType(type) as typeof payload).getFields() : false,
        )
      : [];
    const [declared, given] = field.args.length > 0 ? [`($input: ${String(field.args[0]?.type)})`, '(input: $input)'] : ['', ''];
    return `mutation${declared} { ${field.name}${given} { userErrors { code } ${records.map(({ name }) => `${name} { id }`).join(' ')} } }`;
  }

  async function prepared(name: string, spec: Spec): Promise<{ persona: Persona; input: Input }> {
    const allowed = (own: boolean) =>
      ground.personas.find((each) => each.personId !== null && expectedOf(spec, each, own, PUBLIC_OPERATIONS.has(name)) === 'allowed');
    const stranger = spec.own === 'always' ? undefined : allowed(false);
    const persona = stranger ?? allowed(true);
    if (!persona?.personId) throw new Error(`nobody may ${name}`);
    const own = stranger === undefined;
    const variables: Variables = await spec.make(ground, { personId: own ? persona.personId : ground.somebody, own }, persona);
    return { persona, input: variables['input'] as Input };
  }

  let sent = 0;

  async function send(field: Field, persona: Persona, input: Input): Promise<string> {
    const { app } = ground.world;
    sent += 1;
    const me = testMe(persona.personId ?? '');
    const ctx = app.contextFor({ viewer: persona.viewer, me }, { ip: `10.2.${String(sent >> 8)}.${String(sent & 255)}` });
    return JSON.stringify(await app.graphql.execute(ctx, { query: documentOf(field), variables: { input } }));
  }

  /** How many rows a command adds to where creating commands leave their traces. */
  async function rowsOf(prepare: () => Promise<() => Promise<unknown>>): Promise<number> {
    const count = async () =>
      (
        await ground.world.services.db.row<{ n: number }>(
          'SELECT ((SELECT count(*) FROM audit_log) + (SELECT count(*) FROM account_tokens) + (SELECT count(*) FROM memberships) + (SELECT count(*) FROM collections) + (SELECT count(*) FROM quiz_attempts))::int AS n',
        )
      )?.n ?? 0;
    const run = await prepare();
    const before = await count();
    await run();
    return (await count()) - before;
  }

  /** How often a command is sent at once: ten times show a race as fifty do, which the full run sends. */
  const AT_ONCE = process.env['STOA_TEST_FULL'] ? 50 : 10;

  /** How often where another limit would come first: three sign-ups an hour for an address. */
  const TIMES: Readonly<Record<string, number>> = { signUp: 2 };

  /** The same command to another end: a text that differs. */
  const OTHER: Readonly<Record<string, Input>> = {
    requestCorrection: { wrong: 'Something else' },
    mergePeople: { confirmHandle: 'another-handle' },
    makeAppeal: { statement: 'Another statement' },
    saveReasonTemplate: { title: 'Another title' },
    saveThreadCategory: { name: 'Another name' },
    startAuditExport: { filter: { act: 'signOut' } },
    startMemberExport: { format: 'XLSX' },
    writeToMembers: { subject: 'Another subject' },
    signUp: { name: 'Another Person' },
    appoint: { note: 'Another note' },
    createCentre: { code: 'OTHER-1' },
    createStructure: { code: 'OTHER-2' },
    createSchool: { name: 'Another school' },
    createSchoolGroup: { name: 'Another group' },
    claimAffiliation: { profession: 'LIBRARIAN' },
    inviteToSchool: { name: 'Another Teacher' },
    createNetwork: { name: 'Another network' },
    joinNetwork: { message: 'Another message' },
    inviteMember: { message: 'Another message' },
    reply: { body: 'Another reply' },
    reportPost: { note: 'Another note' },
    startThread: { title: 'Another title' },
    startExport: { format: 'PDF' },
    createResource: { title: 'Another title' },
    reportResource: { text: 'Something else is wrong.' },
    addLibrarySource: { name: 'Another source' },
    createPath: { title: 'Another title' },
    createCollection: { title: 'Another title' },
    createPortfolioLink: { label: 'Another label' },
    submitQuiz: { answers: '{"q1":false}' },
    createTopic: { names: [{ lang: 'en', text: 'Another topic' }] },
  };

  /** Commands that find what an earlier one made, whatever their key. */
  const FINDS: ReadonlySet<string> = new Set(['openReport', 'openNetworkYear', 'startPersonalExport', 'applyRetention']);

  /** Commands that say nothing but on what: another body is on something else. */
  const ONE_BODY: ReadonlySet<string> = new Set(['copyCollection']);

  describe('a transaction', () => {
    it('asks for no second connection: under load all could wait for one that none gives back', async () => {
      const { db } = ground.world.services;
      const inside = new AsyncLocalStorage<true>();
      const found = new Set<string>();
      let running = '';
      const { pool } = db;
      const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
      const transaction = db.transaction.bind(db);
      const watched = { connect: pool.connect, transaction: db.transaction };
      // The pool's own queries connect too; the transaction's first connection is taken before its work begins.
      Object.assign(pool, { connect: (...args: unknown[]) => (inside.getStore() && found.add(running), connect(...args)) });
      Object.assign(db, {
        transaction: <T>(work: (tx: never) => Promise<T>) => transaction((tx) => inside.run(true, () => work(tx as never))),
      });
      for (const { kind, field } of rootFields(schema)) {
        for (const spec of kind === 'mutation' ? [SPECS[field.name] ?? []].flat() : []) {
          const { persona, input } = await prepared(field.name, spec);
          running = field.name;
          await send(field, persona, input);
        }
      }
      Object.assign(pool, { connect: watched.connect });
      Object.assign(db, { transaction: watched.transaction });
      inside.disable();
      expect([...found]).toEqual([]);
    });
  });

  describe('a form that is sent again', () => {
    it('does nothing twice: many at once make one row and get one answer, another body with the key is refused', async () => {
      const wrong: string[] = [];
      const creating = mutationsWith('clientMutationId');
      for (const { field, spec } of creating) {
        const { name } = field;
        const once = await rowsOf(async () => {
          const { persona, input } = await prepared(name, spec);
          return () => send(field, persona, input);
        });
        const { persona, input } = await prepared(name, spec);
        const keyed = { ...input, clientMutationId: `key-of-${name}` };
        const answers = new Set<string>();
        const often = await rowsOf(async () => async () => {
          for (const answer of await Promise.all(Array.from({ length: TIMES[name] ?? AT_ONCE }, () => send(field, persona, keyed))))
            answers.add(answer);
        });
        const [answer = ''] = answers;
        if (answers.size !== 1 || answer.includes('"errors"')) wrong.push(`${name}: ${[...answers].slice(0, 3).join(' | ')}`);
        if (once === 0 || often !== once)
          wrong.push(`${name}: wrote ${String(once)} rows once and ${String(often)} when sent again and again`);
        if (FINDS.has(name) || ONE_BODY.has(name)) continue;
        const other = OTHER[name];
        if (!other) wrong.push(`unspecified: another body of ${name}`);
        const refused = await send(field, persona, { ...keyed, ...other });
        if (!refused.includes('IDEMPOTENCY_MISMATCH')) wrong.push(`${name} with another body: ${refused}`);
      }
      process.stderr.write(`${String(creating.length)} creating commands sent ${String(AT_ONCE)} times each\n`);
      expect(wrong).toEqual([]);
    });
  });

  describe('a page that is stale', () => {
    it('gets a conflict from every command that changes a record', async () => {
      const wrong: string[] = [];
      const changing = [
        ...mutationsWith('expectedVersion').map((each) => ({ ...each, key: 'expectedVersion' })),
        ...mutationsWith('expectedSeq').map((each) => ({ ...each, key: 'expectedSeq' })),
      ];
      for (const { field, spec, key } of changing) {
        for (const stale of [-1, 999]) {
          const { persona, input } = await prepared(field.name, spec);
          const answer = await send(field, persona, { ...input, [key]: stale });
          if (!answer.includes('"code":"CONFLICT"')) wrong.push(`${field.name} at ${String(stale)}: ${answer}`);
        }
      }
      process.stderr.write(`${String(changing.length)} changing commands sent stale\n`);
      expect(wrong).toEqual([]);
    });
  });

  describe('the audit log of all that', () => {
    it('is whole, and holds nothing that anybody typed', async () => {
      const { db } = ground.world.services;
      const verdict = await verifyAudit(db, [], () => undefined);
      expect(verdict.broken).toBeNull();
      expect(verdict.rows).toBeGreaterThan(50);
      expect(await wordsInAudit(db)).toEqual([]);
    });
  });
});
