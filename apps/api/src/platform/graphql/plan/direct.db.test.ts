import { createHash } from 'node:crypto';
import { createApp } from '../../../app.js';
import { openSession } from '../../../modules/accounts/index.js';
import { serve, type Served } from '../../../rights/serve.js';
import { discussionWorld, type DiscussionWorld } from '../../../testing/discussion-people.js';

const THREAD = 'query ThreadPageQuery($network: String!, $no: Int!) { thread(network: $network, no: $no) { id title __typename } }';
const VIEWER = 'query ShellViewerQuery { viewer { email __typename } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const OPERATIONS = { [hashOf(THREAD)]: THREAD, [hashOf(VIEWER)]: VIEWER };
const JSON_TYPE = { 'content-type': 'application/json' };

describe('plans of our own operations', () => {
  let d: DiscussionWorld;
  let served: Served;
  let stopApp: () => Promise<void>;
  let token: string;
  let no: number;

  beforeAll(async () => {
    d = await discussionWorld();
    const app = await createApp(d.world.services, OPERATIONS);
    stopApp = () => app.graphql.stop();
    served = await serve({ ...d.world, app });
    token = await openSession(d.world.services.db, String(d.people.member), 'test');
    ({ no } = await d.ask('Τίτλος "σε εισαγωγικά"', 'author'));
  });
  afterAll(async () => {
    await served.stop();
    await stopApp();
    await d.world.close();
  });

  const body = (more: Record<string, unknown> = {}) => ({
    operationName: 'ThreadPageQuery',
    variables: { network: d.network.slug, no },
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(THREAD) } },
    ...more,
  });
  const send = (sent: unknown, headers: Record<string, string> = {}, as: string | null = token) =>
    served.send({ method: 'POST', path: '/graphql', headers: { ...JSON_TYPE, ...headers }, body: sent, token: as });

  it('answers by hash what the text is answered with, with the same headers', async () => {
    for (const accept of [
      '*/*',
      'application/graphql-response+json,application/json;q=0.9',
      'application/json',
      'text/html, application/json',
    ]) {
      const direct = await send(body(), { accept });
      const whole = await send({ ...body(), extensions: {}, query: THREAD }, { accept });
      expect(direct.text.trim()).toBe(whole.text.trim());
      expect(direct.text).toContain('Τίτλος');
      expect([direct.status, direct.headers['content-type'], direct.headers['cache-control']]).toEqual([
        200,
        whole.headers['content-type'],
        'no-store',
      ]);
      expect(Object.keys(direct.headers).sort()).toEqual(Object.keys(whole.headers).sort());
    }
  });

  it('answers a visitor, wrong variables and another name as Apollo does', async () => {
    const cases: [unknown, string | null][] = [
      [body(), null],
      [body({ variables: { network: d.network.slug, no: 'one' } }), token],
      [body({ variables: [] }), token],
      [body({ operationName: 'Other' }), token],
      [body({ operationName: 'ShellViewerQuery' }), token],
    ];
    for (const [sent, as] of cases) {
      const direct = await send(sent, {}, as);
      const whole = await send({ ...(sent as object), extensions: {}, query: THREAD }, {}, as);
      expect([direct.status, direct.text]).toEqual([whole.status, whole.text]);
      expect(direct.text).toContain('"errors"');
    }
  });

  it('leaves an operation without a plan to the resolvers', async () => {
    const answer = await send({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(VIEWER) } } });
    expect(answer.text).toContain('"email"');
  });

  it('refuses what another site or a form sends', async () => {
    expect((await send(body(), { origin: 'https://elsewhere.example' })).status).toBe(403);
    const form = await served.send({ method: 'POST', path: '/graphql', headers: { 'content-type': 'text/plain' }, body: body(), token });
    expect(form.status).toBe(400);
    expect(form.text).not.toContain('Τίτλος');
  });

  it('answers with a code where the database refuses a value', async () => {
    const answer = await send(body({ variables: { network: 'a\u0000b', no } }));
    expect(answer.text).toContain('BAD_REQUEST');
  });
});
