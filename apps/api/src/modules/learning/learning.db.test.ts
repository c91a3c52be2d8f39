import type { QuizSurvey, Role } from '@stoa/domain';
import { newId, toGlobalId } from '../../platform/ids.js';
import { countyTree, factories } from '../../testing/factories.js';
import { startWorld, type World } from '../../testing/world.js';
import { verifyCompletions } from './counters.js';

const SURVEY: QuizSurvey = {
  pages: [
    {
      name: 'quiz',
      elements: [
        {
          type: 'radiogroup',
          name: 'q1',
          title: 'How do we sit?',
          explanation: 'So that all see each other.',
          choices: [
            { value: 'a', text: 'In a circle' },
            { value: 'b', text: 'In rows' },
          ],
          correctAnswer: 'a',
        },
        { type: 'text', inputType: 'text', name: 'q2', title: 'In Greek?', explanation: '', correctAnswer: 'Κύκλος' },
        { type: 'boolean', name: 'q3', title: 'Chairs help.', explanation: '', correctAnswer: false },
      ],
    },
  ],
};

interface Payload {
  userErrors: { code: string; path: string[] }[];
  [field: string]: unknown;
}

describe('learning', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let countyId: string;
  let networkId: string;
  const people: Record<string, string | null> = { visitor: null };

  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    const place = await countyTree(world.services.db);
    countyId = place.countyId;
    networkId = await make.network({ countyId, promoted: false, name: 'Circle' });
    for (const who of ['teacher', 'member', 'second', 'stranger']) people[who] = await make.person({ name: who });
    for (const who of ['member', 'second']) await make.member({ networkId, countyId, personId: people[who] ?? '' });
    const appoint = async (who: string, role: Role, scopeType: string, scopeId: string) => {
      people[who] = await make.person({ name: who });
      await make.appointment({ personId: people[who], role, scopeType, scopeId, countyId });
    };
    await appoint('coordinator', 'NC', 'NETWORK', networkId);
    await appoint('county', 'CC', 'COUNTY', countyId);
  });
  afterAll(() => world.close());

  async function ask<Data>(who: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await world.as(people[who] ?? null)<Data>(query, variables);
    expect(errors).toBeUndefined();
    return data;
  }
  /** Does a command. @returns its payload, or the code of the refusal as the one user error */
  async function command(who: string, name: string, input: object, fields = ''): Promise<Payload> {
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const named: Record<string, string> = {
      startResource: 'StudyResourceInput',
      submitPath: 'PathActInput',
      publishPath: 'PathActInput',
      withdrawPath: 'PathActInput',
      withdrawResource: 'ResourceActInput',
      takeBackPath: 'PathActInput',
      submitResource: 'ResourceActInput',
      publishResource: 'ResourceActInput',
      deleteCollection: 'CollectionActInput',
    };
    const { data, errors } = await world.as(people[who] ?? null)<Record<string, Payload> | null>(
      `mutation($input: ${named[name] ?? type}!) { ${name}(input: $input) { ${fields} userErrors { code path } } }`,
      { input },
    );
    if (errors) return { userErrors: [{ code: String(errors[0]?.extensions?.code ?? errors[0]?.message), path: [] }] };
    return data?.[name] ?? { userErrors: [] };
  }
  const codes = (payload: Payload) => payload.userErrors.map(({ code, path }) => [...path, code].join(' '));
  const resource = (over: Partial<Parameters<typeof make.resource>[0]> = {}) => make.resource({ territoryId: countyId, ...over });
  const gid = (id: string) => toGlobalId('Resource', id);
  const studies = (who: string, done: boolean) =>
    ask<{ ownStudies: { edges: { node: { title: string; minutes: number | null; resource: { id: string } | null } }[] } }>(
      who,
      'query($done: Boolean!) { ownStudies(done: $done, first: 20) { edges { node { title minutes doneVersionNo resource { id } } } } }',
      { done },
    ).then((data) => data.ownStudies.edges.map(({ node }) => node));
  const versionOf = async (table: string, id: string) =>
    (await world.services.db.row<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]))?.version ?? 0;

  it('keeps what was begun and finished, whatever becomes of the resource', async () => {
    const id = await resource({ title: 'Chairs', minutes: 45, networkId });
    const study = 'resource { study { share doneAt doneVersionNo title minutes } completionsCount ownNote }';
    const begun = await command('teacher', 'startResource', { resourceId: gid(id), share: 40 }, study);
    expect(begun).toMatchObject({ resource: { study: { share: 40, doneAt: null, title: 'Chairs' }, completionsCount: 0 } });
    expect((await studies('teacher', false)).map(({ title }) => title)).toEqual(['Chairs']);
    for (let times = 0; times < 2; times += 1) await command('teacher', 'markDone', { resourceId: gid(id), done: true });
    const noted = await command('teacher', 'saveNote', { resourceId: gid(id), body: '# Mine\n\nAsk Anna.' }, study);
    expect(noted).toMatchObject({
      resource: { study: { share: 100, doneVersionNo: 1, minutes: 45 }, completionsCount: 1, ownNote: '# Mine\n\nAsk Anna.' },
    });
    expect(await ask('member', `query($id: ID!) { resource(id: $id) { study { title } ownNote } }`, { id: gid(id) })).toEqual({
      resource: { study: null, ownNote: '' },
    });
    expect(await verifyCompletions(world.services)).toEqual([]);

    // It becomes one for members alone, under another title.
    await world.services.db.row(`UPDATE resources SET title = 'Tables', visibility = 'MEMBERS', minutes = 5 WHERE id = $1`, [id]);
    expect(await studies('teacher', true)).toEqual([{ title: 'Chairs', minutes: 45, doneVersionNo: 1, resource: null }]);
    await world.services.db.row(`UPDATE resources SET state = 'WITHDRAWN' WHERE id = $1`, [id]);
    expect(await studies('teacher', true)).toMatchObject([{ title: 'Chairs', minutes: 45 }]);
    expect(codes(await command('stranger', 'markDone', { resourceId: gid(id), done: true }))).toEqual(['NOT_FOUND']);
    await command('teacher', 'markDone', { resourceId: gid(id), done: false });
    // What is not finished and not to be read has no title.
    expect(await studies('teacher', false)).toMatchObject([{ title: '', resource: null }]);
    expect(await verifyCompletions(world.services)).toEqual([]);
    await world.services.db.row('UPDATE resources SET completions_count = 7 WHERE id = $1', [id]);
    expect(await verifyCompletions(world.services)).toEqual([`Resource ${id}`]);
    await world.services.db.row('UPDATE resources SET completions_count = 0 WHERE id = $1', [id]);
  });

  it('sends no quiz to its reviewers before there is one', async () => {
    const said = { outcome: 'You can.', summary: 'What it is.', authors: ['A. Author'], subjects: ['HISTORY' as const] };
    const id = await resource({ kind: 'QUIZ', title: 'Empty', state: 'DRAFT', proposedBy: people['teacher'] ?? '', ...said });
    expect(codes(await command('teacher', 'submitResource', { id: gid(id), expectedVersion: 1 }))).toEqual(['quiz REQUIRED']);
    const quiz = { id: gid(id), expectedVersion: 1, passPercent: 60, survey: JSON.stringify(SURVEY) };
    expect(codes(await command('teacher', 'saveQuiz', quiz))).toEqual([]);
    expect(codes(await command('teacher', 'submitResource', { id: gid(id), expectedVersion: 2 }))).toEqual([]);
  });

  it('grades a quiz on the server and gives no answer away before', async () => {
    const id = await resource({ kind: 'QUIZ', title: 'Circles', state: 'DRAFT', proposedBy: people['teacher'] ?? '', minutes: 10 });
    const draft = { id: gid(id), expectedVersion: 1, passPercent: 60 };
    expect(codes(await command('stranger', 'saveQuiz', { ...draft, survey: JSON.stringify(SURVEY) }))).toEqual(['NOT_FOUND']);
    expect(codes(await command('teacher', 'saveQuiz', { ...draft, survey: '{' }))).toEqual(['survey INVALID']);
    expect(codes(await command('teacher', 'saveQuiz', { ...draft, survey: '{"pages":[],"triggers":[]}' }))).not.toEqual([]);
    expect(codes(await command('teacher', 'saveQuiz', { ...draft, survey: JSON.stringify(SURVEY) }))).toEqual([]);
    await world.services.db.row(`UPDATE resources SET state = 'PUBLISHED' WHERE id = $1`, [id]);
    await world.services.db.row(`UPDATE resource_versions SET state = 'PUBLISHED' WHERE resource_id = $1`, [id]);
    expect(codes(await command('teacher', 'saveQuiz', { ...draft, expectedVersion: 2, survey: null }))).toEqual(['RESOURCE_STATE']);

    const quiz = 'quiz { survey passPercent questionsCount passed lastAttempt { rightCount } } quizDraft { survey }';
    const seen = await ask<{ resource: { quiz: { survey: string }; quizDraft: unknown } }>(
      'visitor',
      `query($id: ID!) { resource(id: $id) { ${quiz} } }`,
      { id: gid(id) },
    );
    expect(seen.resource).toMatchObject({
      quiz: { passPercent: 60, questionsCount: 3, passed: false, lastAttempt: null },
      quizDraft: null,
    });
    expect(JSON.stringify(seen)).not.toMatch(/correctAnswer|explanation|Κύκλος/u);
    expect(JSON.stringify(await ask('teacher', `query($id: ID!) { resource(id: $id) { quizDraft { survey } } }`, { id: gid(id) }))).toMatch(
      'Κύκλος',
    );

    const attempt =
      'attempt { rightCount questionsCount passed results { name isRight correctAnswer explanation } } resource { study { doneAt } }';
    const submit = (answers: object, key?: string) =>
      command('stranger', 'submitQuiz', { resourceId: gid(id), answers: JSON.stringify(answers), clientMutationId: key ?? null }, attempt);
    expect(codes(await submit({ q1: 'z' }))).toEqual(['answers q1 INVALID_CHOICE']);
    expect(await submit({ q1: 'b', q3: true })).toMatchObject({
      attempt: { rightCount: 0, questionsCount: 3, passed: false },
      resource: { study: { doneAt: null } },
    });
    for (let times = 0; times < 2; times += 1)
      expect(await submit({ q1: 'a', q2: ' κυκλοσ ', q3: true }, 'one')).toMatchObject({
        attempt: {
          rightCount: 2,
          passed: true,
          results: [
            { name: 'q1', isRight: true, correctAnswer: '"a"', explanation: 'So that all see each other.' },
            { name: 'q2', isRight: true },
            { name: 'q3', isRight: false, correctAnswer: 'false' },
          ],
        },
        resource: { study: { doneAt: expect.any(String) } },
      });
    const made = await world.services.db.rows('SELECT 1 FROM quiz_attempts WHERE resource_id = $1', [id]);
    expect(made).toHaveLength(2);
    expect(
      (await world.as(null)(`mutation { submitQuiz(input: { resourceId: "${gid(id)}", answers: "{}" }) { userErrors { code } } }`))
        .errors?.[0]?.extensions?.code,
    ).toBe('UNAUTHENTICATED');
  });

  it('leads along a path to a certificate that stays when the path changes', async () => {
    const [open, closed] = [
      await resource({ title: 'Open', minutes: 30 }),
      await resource({ title: 'Inside', networkId, visibility: 'MEMBERS' }),
    ];
    const place = { county_id: countyId, network_id: networkId };
    const threadId = await make.insert('threads', {
      id: newId(),
      ...place,
      no: 1,
      slug: 'talk',
      title: 'Talk',
      lang: 'en',
      kind: 'DISCUSSION',
      author_id: people['coordinator'],
      created_at: '2026-11-20T08:00:00Z',
      last_post_at: '2026-11-20T08:00:00Z',
      search: 'talk',
    });
    const begun = await command(
      'member',
      'createPath',
      { ownerType: 'NETWORK', ownerId: toGlobalId('Network', networkId), title: 'Talks in a circle', lang: 'el', clientMutationId: 'p' },
      'path { id slug version viewerCan { edit submit review } owner { name } }',
    );
    const path = begun['path'] as { id: string; slug: string; version: number };
    expect(begun['path']).toMatchObject({
      slug: 'talks-in-a-circle',
      owner: { name: 'Circle' },
      viewerCan: { edit: true, submit: true, review: false },
    });
    expect(codes(await command('member', 'submitPath', { id: path.id, expectedVersion: 1 }))).toEqual(['content steps REQUIRED']);
    const step = { title: '', text: '', required: true };
    const content = {
      title: 'Talks in a circle',
      summary: 'How to talk.',
      outcome: '',
      lang: 'el',
      visibility: 'PUBLIC',
      rule: 'ALL_REQUIRED',
      minutes: 720,
      certificate: true,
      steps: [
        { ...step, kind: 'RESOURCE', resourceId: gid(open) },
        { ...step, kind: 'RESOURCE', resourceId: gid(closed), title: 'Secret title', text: 'Secret text', required: false },
        { ...step, kind: 'THREAD', threadId: toGlobalId('Thread', threadId) },
        { ...step, kind: 'TASK', title: 'Lead a talk', url: 'https://example.org/talk' },
      ],
    };
    expect(codes(await command('stranger', 'savePath', { id: path.id, expectedVersion: 1, content }))).toEqual(['NOT_FOUND']);
    expect(
      codes(
        await command('member', 'savePath', {
          id: path.id,
          expectedVersion: 1,
          content: { ...content, steps: [{ ...step, kind: 'TASK' }] },
        }),
      ),
    ).toEqual(['content steps 0 title REQUIRED']);
    expect(codes(await command('member', 'savePath', { id: path.id, expectedVersion: 1, content }))).toEqual([]);
    expect(codes(await command('member', 'submitPath', { id: path.id, expectedVersion: 2 }))).toEqual([]);
    expect(codes(await command('member', 'publishPath', { id: path.id, expectedVersion: 3 }))).toEqual(['FORBIDDEN']);
    expect(codes(await command('coordinator', 'publishPath', { id: path.id, expectedVersion: 3 }))).toEqual([]);
    expect(codes(await command('member', 'savePath', { id: path.id, expectedVersion: 4, content }))).toEqual(['FORBIDDEN']);

    // A step that is not for the reader says nothing of itself.
    const steps = 'steps { id kind title text closed done gone resource { title } thread { path } }';
    const shown = await ask<{ learningPath: { steps: { id: string }[] } }>(
      'stranger',
      `query($slug: String!) { learningPath(slug: $slug) { ${steps} } }`,
      {
        slug: path.slug,
      },
    );
    expect(shown.learningPath.steps).toMatchObject([
      { title: 'Open', closed: false },
      { title: '', text: '', closed: true, resource: null },
      { title: '', closed: true, thread: null },
      { title: 'Lead a talk', closed: false },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/Secret|Talk"/u);

    const follow = (who: string, follows = true) =>
      command(who, 'followPath', { pathId: path.id, follows }, `path { enrolment { doneAt showsSelf } peers { displayName } ${steps} }`);
    await command('second', 'markDone', { resourceId: gid(open), done: true });
    expect(await follow('second')).toMatchObject({
      path: { enrolment: { doneAt: null }, steps: [{ done: true }, { done: false }, {}, {}] },
    });
    await follow('coordinator');
    await follow('county');
    for (const who of ['coordinator', 'county']) await command(who, 'markDone', { resourceId: gid(open), done: true });
    await command('coordinator', 'showOnPath', { pathId: path.id, shows: true });
    const peers = async (who: string) =>
      (
        await ask<{ learningPath: { peers: { displayName: string }[] } }>(
          who,
          `{ learningPath(slug: "${path.slug}") { peers { displayName } } }`,
        )
      ).learningPath.peers.map(({ displayName }) => displayName);
    expect([await peers('second'), await peers('county'), await peers('stranger'), await peers('visitor')]).toEqual([
      ['coordinator'],
      ['coordinator'],
      [],
      [],
    ]);

    const task = toGlobalId('PathStep', (shown.learningPath.steps[3]?.id ?? '').slice('PathStep_'.length));
    await command('second', 'markStep', { stepId: task, done: true });
    expect(codes(await command('stranger', 'markStep', { stepId: task, done: true }))).toEqual(['NOT_FOUND']);
    const postId = await make.insert('posts', {
      id: newId(),
      ...place,
      thread_id: threadId,
      no: 1,
      author_id: people['second'],
      body: 'b',
      body_html: 'b',
      lang: 'en',
      created_at: '2026-11-23T08:00:00Z',
    });
    await world.services.db.row(`SELECT graphile_worker.add_job('PostCreated', json_build_object('postId', $1::text))`, [postId]);
    await world.runJobs();
    const certificates = () =>
      ask<{ ownCertificates: { edges: { node: Record<string, unknown> & { id: string; code: string } }[] } }>(
        'second',
        '{ ownCertificates(first: 5) { edges { node { id code state personName title issuer minutes version revokeReason } } } }',
      ).then((data) => data.ownCertificates.edges.map(({ node }) => node));
    const [certificate] = await certificates();
    expect(certificate).toMatchObject({
      state: 'ISSUED',
      personName: 'second',
      title: 'Talks in a circle',
      issuer: 'Circle',
      minutes: 720,
    });

    // What changes afterwards takes nothing away: the path asks for more, is renamed, and is withdrawn.
    expect(
      codes(
        await command('county', 'savePath', {
          id: path.id,
          expectedVersion: 4,
          content: { ...content, title: 'Talks', minutes: 5, steps: [{ ...step, kind: 'TASK', title: 'Another' }] },
        }),
      ),
    ).toEqual([]);
    expect(codes(await command('coordinator', 'withdrawPath', { id: path.id, expectedVersion: 5 }))).toEqual([]);
    await command('second', 'markDone', { resourceId: gid(open), done: false });
    await world.runJobs();
    expect(await certificates()).toHaveLength(1);
    await command('second', 'markDone', { resourceId: gid(open), done: true });
    const portfolio = await ask(
      'second',
      '{ portfolio { minutes years { year minutes paths { title minutes path } resources { title minutes path } certificates { code } } } }',
    );
    expect(portfolio).toMatchObject({
      portfolio: {
        minutes: 720,
        years: [
          {
            year: '2026/27',
            paths: [{ title: 'Talks in a circle', minutes: 720, path: null }],
            resources: [{ title: 'Open', minutes: 0 }],
            certificates: [{ code: certificate?.code }],
          },
        ],
      },
    });

    // Anybody checks it; it is revoked by who may, with a reason that its person alone reads.
    const check = (typed: string) =>
      ask<{ certificate: Record<string, unknown> | null }>(
        'visitor',
        'query($code: String!) { certificate(code: $code) { personName state revokedAt revokeReason } }',
        { code: typed },
      );
    expect((await check(certificate?.code.toLowerCase().replaceAll('-', '') ?? '')).certificate).toMatchObject({
      personName: 'second',
      state: 'ISSUED',
    });
    expect((await check('4Q7K-M2XD-9TB6')).certificate).toBeNull();
    const revoke = { id: certificate?.id, expectedVersion: 1, reason: 'Issued by mistake' };
    expect([
      codes(await command('stranger', 'revokeCertificate', revoke)),
      codes(await command('second', 'revokeCertificate', revoke)),
    ]).toEqual([['NOT_FOUND'], ['FORBIDDEN']]);
    expect(codes(await command('coordinator', 'revokeCertificate', revoke))).toEqual([]);
    expect(codes(await command('county', 'revokeCertificate', { ...revoke, expectedVersion: 2 }))).toEqual(['CERTIFICATE_STATE']);
    expect((await check(certificate?.code ?? '')).certificate).toMatchObject({
      state: 'REVOKED',
      revokedAt: expect.any(String),
      revokeReason: '',
    });
    expect(await certificates()).toMatchObject([{ state: 'REVOKED', revokeReason: 'Issued by mistake' }]);
    await world.runJobs();
  });

  it('shows of a portfolio what its person chose, until they end the link', async () => {
    const made = await command(
      'second',
      'createPortfolioLink',
      { label: 'Head', parts: ['PATHS', 'HOURS'], year: null, clientMutationId: 'l' },
      'links { id token parts }',
    );
    const again = await command(
      'second',
      'createPortfolioLink',
      { label: 'Head', parts: ['PATHS', 'HOURS'], year: null, clientMutationId: 'l' },
      'links { id token parts }',
    );
    expect(again['links']).toEqual(made['links']);
    const [link] = made['links'] as { id: string; token: string }[];
    const shared = (token: string) =>
      ask<{ sharedPortfolio: unknown }>(
        'visitor',
        'query($token: String!) { sharedPortfolio(token: $token) { personName minutes years { paths { title path } resources { title } certificates { code } } } }',
        { token },
      );
    expect((await shared(link?.token ?? '')).sharedPortfolio).toMatchObject({
      personName: 'second',
      minutes: 720,
      years: [{ paths: [{ title: 'Talks in a circle', path: null }], resources: [], certificates: [] }],
    });
    expect((await shared('a'.repeat(43))).sharedPortfolio).toBeNull();
    expect(codes(await command('stranger', 'endPortfolioLink', { id: link?.id }))).toEqual(['NOT_FOUND']);
    expect(codes(await command('second', 'endPortfolioLink', { id: link?.id }))).toEqual([]);
    expect((await shared(link?.token ?? '')).sharedPortfolio).toBeNull();
  });

  it('gathers resources in collections, and shows each reader what they may read of them', async () => {
    const [open, closed] = [await resource({ title: 'For all' }), await resource({ title: 'For us', networkId, visibility: 'MEMBERS' })];
    const items = [
      { resourceId: gid(closed), remark: 'First' },
      { resourceId: gid(open), remark: '' },
    ];
    const content = { title: 'Circles', summary: '', lang: 'en', items };
    expect(codes(await command('stranger', 'createCollection', content))).toEqual(['items 0 resourceId INVALID_CHOICE']);
    const made = await command('member', 'createCollection', { ...content, clientMutationId: 'c' }, 'collection { id slug version state }');
    const { id, slug } = made['collection'] as { id: string; slug: string };
    const seen = (who: string) =>
      ask<{ collection: unknown }>(
        who,
        'query($slug: String!) { collection(slug: $slug) { isOwn closedCount items { remark resource { title } } } }',
        { slug },
      ).then((data) => data.collection);
    expect([await seen('stranger'), await seen('visitor')]).toEqual([null, null]);
    expect(codes(await command('stranger', 'showCollection', { id, expectedVersion: 1, isPublic: true }))).toEqual(['NOT_FOUND']);
    await command('member', 'showCollection', { id, expectedVersion: 1, isPublic: true });
    expect(await seen('visitor')).toEqual({ isOwn: false, closedCount: 0, items: [{ remark: '', resource: { title: 'For all' } }] });
    expect(codes(await command('stranger', 'saveCollection', { ...content, id, expectedVersion: 2 }))).toEqual(['FORBIDDEN']);
    const copied = await command(
      'stranger',
      'copyCollection',
      { id, clientMutationId: 'd' },
      'collection { isOwn state items { resource { title } } }',
    );
    expect(copied['collection']).toEqual({ isOwn: true, state: 'DRAFT', items: [{ resource: { title: 'For all' } }] });
    // What the owner may not read any more stays, unseen.
    await world.services.db.row(`UPDATE memberships SET state = 'LEFT' WHERE person_id = $1`, [people['member']]);
    await command('member', 'saveCollection', { ...content, items: items.slice(1), id, expectedVersion: 2 });
    expect(await seen('member')).toMatchObject({ isOwn: true, closedCount: 1, items: [{ resource: { title: 'For all' } }] });
    await world.services.db.row(`UPDATE memberships SET state = 'ACTIVE' WHERE person_id = $1`, [people['member']]);
    expect(await seen('member')).toMatchObject({ items: [{ resource: { title: 'For all' } }, { resource: { title: 'For us' } }] });
    await command('member', 'collectResource', { collectionId: id, resourceId: gid(closed), collected: false });
    expect(await seen('member')).toMatchObject({ closedCount: 0, items: [{ resource: { title: 'For all' } }] });
    expect(
      codes(
        await command('member', 'deleteCollection', {
          id,
          expectedVersion: await versionOf('collections', id.slice('Collection_'.length)),
        }),
      ),
    ).toEqual([]);
    expect(await seen('member')).toBeNull();
  });
});
