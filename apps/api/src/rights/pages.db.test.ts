import type { GraphQLSchema } from 'graphql';
import { makeSchema } from '../schema.js';
import { startGround, type Ground, type Persona } from './ground.js';
import { documentOf, expectedOf, rootFields, type Spec, type Variables } from './operation.js';
import { LEAK } from './serve.js';
import { SPECS } from './specs/index.js';

let ground: Ground;
let schema: GraphQLSchema;

describe('pages', () => {
  beforeAll(async () => {
    [ground, schema] = await Promise.all([startGround(), makeSchema()]);
  });
  afterAll(async () => {
    await ground.world.close();
  });

  interface Answer {
    data?: Record<string, { pageInfo: { endCursor: string | null } } | null> | null;
    errors?: { extensions?: { code?: string; limit?: string } }[];
  }

  /** A list of the schema, somebody who reads it and what they read it with. */
  interface List {
    name: string;
    document: string;
    persona: Persona;
    variables: Variables;
  }

  async function lists(argument: string): Promise<List[]> {
    const found: List[] = [];
    for (const { kind, field } of rootFields(schema)) {
      const spec: Spec | undefined = [SPECS[field.name] ?? []].flat()[0];
      if (kind !== 'query' || !spec || !field.args.some(({ name }) => name === argument)) continue;
      const persona = ground.personas.find(
        (each) => each.personId !== null && expectedOf(spec, each, spec.own === 'always', false) === 'allowed',
      );
      if (!persona) throw new Error(`nobody reads ${field.name}`);
      const variables = await spec.make(ground, { personId: ground.somebody, own: false }, persona);
      const fields = argument === 'after' ? 'pageInfo { endCursor }' : (spec.fields ?? '__typename');
      found.push({ name: field.name, document: documentOf(kind, field, fields), persona, variables });
    }
    return found;
  }

  /** As a request comes: the session is read on the way, so that plans answer too. */
  async function read({ document, persona, variables }: List, over: Variables): Promise<Answer> {
    const { app } = ground.world;
    return (await app.graphql.execute(app.contextForSession(persona.token), {
      query: document,
      variables: { ...variables, ...over },
    })) as Answer;
  }

  describe('pages of lists', () => {
    it('have 1 to 100 rows, in every list', async () => {
      const wrong: string[] = [];
      const all = await lists('first');
      for (const list of all) {
        for (const first of [0, -1, 101, 2_147_483_647]) {
          const { errors } = await read(list, { first });
          if (errors?.[0]?.extensions?.limit !== 'first' && errors?.[0]?.extensions?.limit !== 'cost')
            wrong.push(`${list.name} of ${String(first)}: ${JSON.stringify(errors)}`);
        }
        if ((await read(list, { first: 100 })).errors) wrong.push(`${list.name} refuses 100`);
      }
      expect(all.length).toBeGreaterThan(10);
      expect(wrong).toEqual([]);
    });

    it('begin after a cursor of their own alone: forged, cut and foreign ones are refused or give another page, and never fail', async () => {
      const all = await lists('after');
      const cursors: string[] = [];
      for (const list of all) {
        const page = (await read(list, {})).data?.[list.name];
        if (page?.pageInfo.endCursor) cursors.push(page.pageInfo.endCursor);
      }
      expect(cursors.length).toBeGreaterThan(8);
      const [one = ''] = cursors;
      const [body = '', sign = ''] = one.split('.');
      const forged = [
        'x',
        '.',
        '..',
        `${body}.`,
        `.${sign}`,
        `${body}.${'A'.repeat(16)}`,
        `${Buffer.from('["x"]').toString('base64url')}.${sign}`,
        `${one}.${sign}`,
        one.slice(0, -1),
        '\u0000',
        'x'.repeat(100_000),
      ];
      const wrong: string[] = [];
      for (const list of all) {
        for (const after of forged) {
          const { errors } = await read(list, { after });
          if (errors?.[0]?.extensions?.code !== 'BAD_REQUEST')
            wrong.push(`${list.name} after ${after.slice(0, 20)}: ${JSON.stringify(errors ?? 'accepted')}`);
        }
        for (const after of cursors) {
          const answer = await read(list, { after });
          const code = answer.errors?.[0]?.extensions?.code;
          if ((code !== undefined && code !== 'BAD_REQUEST') || LEAK.test(JSON.stringify(answer)))
            wrong.push(`${list.name} after a cursor of another list: ${JSON.stringify(answer.errors)}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  });
});
