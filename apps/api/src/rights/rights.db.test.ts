import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { makeSchema, PUBLIC_OPERATIONS } from '../schema.js';
import { firstNews } from './first-news.js';
import { startGround, type Ground, type Persona } from './ground.js';
import { documentOf, expectedOf, outcomeOf, rootFields, type OperationKind, type Outcome, type Spec, type Variables } from './operation.js';
import { SPECS } from './specs/index.js';
import { testMe } from '../testing/personas.js';

/** Of the English words alone: `npm run check` fails where another language lacks one of them. */
const AUDIT_WORDS = join(import.meta.dirname, '../../../web/src/features/admin-audit/messages/en.json');

let ground: Ground;
let schema: GraphQLSchema;
let cases = 0;
const differences: string[] = [];

beforeAll(async () => {
  // Four of five cases are refused, and where each refusal was made is read by nobody.
  Error.stackTraceLimit = 0;
  [ground, schema] = await Promise.all([startGround(), makeSchema()]);
}, 60_000);
afterAll(async () => {
  await ground.world.close();
});

/** How many personas ask at once where none of them changes what the next one asks about. */
const AT_ONCE = 8;

async function atOnce(personas: readonly Persona[], ask: (persona: Persona) => Promise<void>): Promise<void> {
  for (let from = 0; from < personas.length; from += AT_ONCE) await Promise.all(personas.slice(from, from + AT_ONCE).map(ask));
}

/** Runs one specification for everybody: those who change nothing share a target, each of the others has one of their own. */
async function runSpec(name: string, spec: Spec): Promise<void> {
  const root = rootFields(schema).find(({ field }) => field.name === name);
  if (!root) throw new Error(`no operation ${name}`);
  const { kind, field } = root;
  const document = documentOf(kind, field, spec.fields);
  const expected = (persona: Persona, own: boolean) => expectedOf(spec, persona, own, PUBLIC_OPERATIONS.has(name));
  const target = async (persona: Persona, own: boolean) =>
    spec.make(ground, { personId: own && persona.personId ? persona.personId : ground.somebody, own }, persona);
  const run = async (persona: Persona, own: boolean, variables: Variables) => {
    const outcome = outcomeOf(kind, name, spec, await perform(kind, persona, document, variables, spec.planned), variables);
    compare(`${name} on ${spec.on}${own ? ' of their own' : ''}: ${persona.name}`, outcome, expected(persona, own));
  };
  const [visitor] = ground.personas;
  if (!visitor) throw new Error('nobody asks');
  if (spec.own === 'always') {
    await atOnce(ground.personas, async (persona) =>
      run(persona, persona.personId !== null, await target(persona, persona.personId !== null)),
    );
    return;
  }
  const shared = await target(visitor, false);
  const changes = (persona: Persona) => kind === 'mutation' && expected(persona, false) === 'allowed';
  await atOnce(
    ground.personas.filter((persona) => !changes(persona)),
    (persona) => run(persona, false, shared),
  );
  for (const persona of ground.personas.filter(changes)) await run(persona, false, await target(persona, false));
  for (const persona of ground.personas.filter(({ owns }) => owns && spec.own === 'both'))
    await run(persona, true, await target(persona, true));
}

let counted = 0;

/** Tables are filled here within a minute for which PostgreSQL looks at them once; without knowing them it reads lists of counties in seconds. */
async function keepStatistics(): Promise<void> {
  if (cases - counted < 5_000) return;
  counted = cases;
  await ground.world.services.db.row('ANALYZE');
}

let sent = 0;

/** Runs a document as a persona; with a session that is read on the way, as requests have it, where a plan is to answer. */
function perform(kind: OperationKind, persona: Persona, query: string, variables: Variables, planned = false) {
  const { app } = ground.world;
  const me = persona.personId ? testMe(persona.personId) : null;
  sent += 1;
  const ip = `10.${String(sent >> 16)}.${String((sent >> 8) & 255)}.${String(sent & 255)}`;
  if (kind === 'subscription')
    return firstNews(app, app.contextForSession(persona.token, 'en', { ip }), query, variables) as Promise<never>;
  const ctx = planned ? app.contextForSession(persona.token, 'en', { ip }) : app.contextFor({ viewer: persona.viewer, me }, { ip });
  return app.graphql.execute(ctx, { query, variables }) as Promise<never>;
}

function compare(what: string, outcome: Outcome, expected: Outcome): void {
  cases += 1;
  if (outcome !== expected) differences.push(`${what}: ${outcome}, the table says ${expected}`);
}

describe('rights of every operation', () => {
  it('specifies every operation of the schema, by the act that its policy names', () => {
    const roots = rootFields(schema);
    const names = roots.map(({ field }) => field.name);
    expect(names.filter((name) => !(name in SPECS)).map((name) => `unspecified: ${name}`)).toEqual([]);
    expect(Object.keys(SPECS).filter((name) => !names.includes(name))).toEqual([]);
    const wrong = roots.flatMap(({ field }) => {
      const policy = String(field.extensions['policy']);
      const specs = [SPECS[field.name] ?? []].flat();
      return specs
        .filter((spec) => (spec.policy ?? spec.act) !== policy)
        .map((spec) => `${field.name}: the schema says ${policy}, the specification ${spec.act}`);
    });
    expect(wrong).toEqual([]);
  });

  it('answers each persona as the rights table says', async () => {
    const only = process.env['STOA_RIGHTS_ONLY']?.split(',');
    for (const [name, specs] of Object.entries(SPECS)) {
      if (only && !only.includes(name)) continue;
      await keepStatistics();
      for (const spec of [specs].flat()) await runSpec(name, spec);
    }
    const unspecified = rootFields(schema).filter(({ field }) => !(field.name in SPECS)).length;
    process.stderr.write(
      `${String(cases)} operation × role × relation cases, ${String(unspecified)} unspecified, ${String(differences.length)} differences\n`,
    );
    expect(differences).toEqual([]);
  }, 600_000);

  it('left nothing in the log that the audit page has no words for', async () => {
    const words = JSON.parse(readFileSync(AUDIT_WORDS, 'utf8')) as Record<string, string>;
    const rows = await ground.world.services.db.rows<{ act: string }>('SELECT DISTINCT act FROM audit_log ORDER BY act');
    expect(rows).not.toEqual([]);
    expect(rows.map(({ act }) => act).filter((act) => words[`audit.act.${act}`] === undefined)).toEqual([]);
  });
});
