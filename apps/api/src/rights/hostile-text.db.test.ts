import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { makeSchema, PUBLIC_OPERATIONS } from '../schema.js';
import { firstNews } from './first-news.js';
import { startGround, type Ground } from './ground.js';
import { documentOf, expectedOf, rootFields, type Spec, type Variables } from './operation.js';
import { LEAK } from './serve.js';
import { SPECS } from './specs/index.js';
import { testMe } from '../testing/personas.js';

let ground: Ground;
let schema: GraphQLSchema;

/** Text that no database column, or no reader, can take as it is. */
const UNSTORABLE: Readonly<Record<string, string>> = {
  'U+0000': 'a\u0000b',
  'lone high surrogate': 'a\ud800b',
  'lone low surrogate': '\udc00a',
};
const STRANGE: Readonly<Record<string, string>> = {
  'right-to-left override': 'a\u202eb',
  nothing: '',
  blanks: ' \u00a0\u200b ',
  '100,000 signs': 'x'.repeat(100_000),
  SQL: `'; DROP TABLE people; --`,
  'a joined family': '👨‍👩‍👧‍👦',
};

/** In a full run each place gets every text, else the next of them. */
const IN_TURN = !process.env['STOA_TEST_FULL'];

const ORDERLY = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'CONFLICT',
  'RATE_LIMITED',
  'IDEMPOTENCY_MISMATCH',
]);

type Path = (string | number)[];

/** The least value of an input type. */
function least(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [least(bare.ofType as GraphQLInputType)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare))
    return Object.fromEntries(
      Object.values(bare.getFields())
        .filter((field) => field.type !== getNullableType(field.type))
        .map((field) => [field.name, least(field.type)]),
    );
  const values: Record<string, unknown> = { Int: 1, Float: 1, Boolean: true };
  return isScalarType(bare) ? (values[bare.name] ?? 'a') : null;
}

/** Every place of a text in a type, with `value` made to reach it. */
function textPaths(type: GraphQLInputType, path: Path = []): Path[] {
  const bare = getNullableType(type);
  if (isListType(bare)) return textPaths(bare.ofType as GraphQLInputType, [...path, 0]);
  if (isInputObjectType(bare)) return Object.values(bare.getFields()).flatMap((field) => textPaths(field.type, [...path, field.name]));
  return isScalarType(bare) && (bare.name === 'String' || bare.name === 'ID') ? [path] : [];
}

/** A copy of `value` with a text at the path; what is missing on the way there is filled in. */
function planted(type: GraphQLInputType, value: unknown, [step, ...rest]: Path, text: string): unknown {
  const bare = getNullableType(type);
  if (step === undefined) return text;
  if (isListType(bare))
    return [
      planted(bare.ofType as GraphQLInputType, (value as unknown[] | undefined)?.[0] ?? least(bare.ofType as GraphQLInputType), rest, text),
    ];
  if (!isInputObjectType(bare)) throw new Error('a path leads through lists and inputs only');
  const field = bare.getFields()[step];
  if (!field) throw new Error(`no field ${String(step)}`);
  const held = (value ?? least(bare)) as Record<string, unknown>;
  return { ...held, [step]: planted(field.type, held[step] ?? (rest.length > 0 ? least(field.type) : undefined), rest, text) };
}

interface Answer {
  data?: Record<string, { userErrors?: { code: string }[] } | null> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

let sent = 0;

async function ask(name: string, spec: Spec, change: (variables: Variables) => Variables): Promise<Answer> {
  const root = rootFields(schema).find(({ field }) => field.name === name);
  const allowed = (own: boolean) =>
    ground.personas.find((each) => each.personId !== null && expectedOf(spec, each, own, PUBLIC_OPERATIONS.has(name)) === 'allowed');
  const stranger = spec.own === 'always' ? undefined : allowed(false);
  const persona = stranger ?? allowed(true);
  if (!root || !persona?.personId) throw new Error(`nobody may ${name}`);
  const own = stranger === undefined;
  const variables = change(await spec.make(ground, { personId: own ? persona.personId : ground.somebody, own }, persona));
  const me = testMe(persona.personId);
  const { app } = ground.world;
  sent += 1;
  const ip = `10.1.${String(sent >> 8)}.${String(sent & 255)}`;
  const query = documentOf(root.kind, root.field, spec.fields);
  if (root.kind === 'subscription') return firstNews(app, app.contextForSession(persona.token, 'en', { ip }), query, variables);
  return (await app.graphql.execute(app.contextFor({ viewer: persona.viewer, me }, { ip }), { query, variables })) as Answer;
}

/** Sends texts to each place of each operation and names what was not met with an orderly answer. */
async function faults(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const found: string[] = [];
  const all = Object.entries(texts);
  let places = 0;
  for (const { field } of rootFields(schema)) {
    const spec = [SPECS[field.name] ?? []].flat()[0];
    if (!spec) continue;
    for (const arg of field.args) {
      for (const path of textPaths(arg.type)) {
        places += 1;
        for (const [what, text] of IN_TURN ? all.slice(places % all.length, (places % all.length) + 1) : all) {
          const answer = await ask(field.name, spec, (variables) => ({
            ...variables,
            [arg.name]: planted(arg.type, variables[arg.name], path, text),
          }));
          const fault = LEAK.test(JSON.stringify(answer)) ? `leaks ${JSON.stringify(answer.errors)}` : unorderly(answer);
          if (fault) found.push(`${field.name} ${[arg.name, ...path].join('.')} with ${what}: ${fault}`);
        }
      }
    }
  }
  return found;
}

function unorderly({ errors }: Answer): string | null {
  const wrong = (errors ?? []).filter(({ extensions }) => !ORDERLY.has(String(extensions?.code)));
  return wrong.length > 0 ? JSON.stringify(wrong.map(({ message, extensions }) => extensions?.code ?? message)) : null;
}

/** Tables with a row in which a sign stands. */
async function tablesHolding(sign: string): Promise<string[]> {
  const { db } = ground.world.services;
  const tables = await db.rows<{ name: string }>(`SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`);
  const found = await Promise.all(
    tables.map(async ({ name }) =>
      (await db.row(`SELECT 1 FROM ${name} t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`, [sign])) ? [name] : [],
    ),
  );
  return found.flat();
}

describe('text of any kind in every input', () => {
  beforeAll(async () => {
    [ground, schema] = await Promise.all([startGround(), makeSchema()]);
  }, 60_000);
  afterAll(async () => {
    await ground.world.close();
  });

  it('is refused, or named as an error of the user, where it cannot be stored, and never kept in another form', async () => {
    const found = await faults(UNSTORABLE);
    process.stderr.write(`${String(sent)} operations with text that cannot be stored, ${String(found.length)} faults\n`);
    expect(found).toEqual([]);
    expect(await tablesHolding('\ufffd')).toEqual([]);
  }, 600_000);

  it('meets an orderly answer where it is only strange', async () => {
    expect(await faults(STRANGE)).toEqual([]);
  }, 600_000);
});
