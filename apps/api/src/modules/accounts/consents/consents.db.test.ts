import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../../platform/ids.js';
import { makeSchema, OPEN_WITHOUT_AGREEMENT, PUBLIC_OPERATIONS } from '../../../schema.js';
import { openBrowser } from '../../../testing/browser.js';
import { factories } from '../../../testing/factories.js';
import { testMe } from '../../../testing/personas.js';
import { startWorld, type World } from '../../../testing/world.js';
import { openSession } from '../sessions.js';

const ASKED = '{ consentsAsked { id kind version html validFrom } }';
const OWN = '{ ownConsents(first: 20) { edges { node { kind version act canWithdraw textId } } } }';
const GIVE = 'mutation($input: GiveConsentsInput!) { giveConsents(input: $input) { asked { kind } userErrors { code path } } }';
const WITHDRAW = 'mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { asked { kind } userErrors { code } } }';
const PUBLISH = `mutation($input: PublishConsentTextInput!) { publishConsentText(input: $input) { text { id kind version inForce agreed } userErrors { code path } } }`;
const PASSWORD = 'correct horse battery staple';

interface Asked {
  consentsAsked: { id: string; kind: string; version: number; html: string }[];
}

describe('consents', () => {
  let world: World;
  let [admin, person]: string[] = [];
  beforeAll(async () => {
    world = await startWorld();
    const make = factories(world.services.db);
    admin = await make.person({ name: 'Ada Admin' });
    person = await make.person({ name: 'Petra Person' });
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: newId() });
  });
  afterAll(() => world.close());

  const as = (who: string | null | undefined) => world.as(who ?? null);
  const words = (text: string) => ({ en: `**${text}**`, el: `${text} el`, pl: `${text} pl`, ru: `${text} ru` });
  const publish = (kind: string, expectedVersion: number, validFrom = '2026-11-24') =>
    as(admin)(PUBLISH, { input: { kind, ...words(kind), validFrom, expectedVersion } });
  const asked = async (who = person) => (await as(who)<Asked>(ASKED)).data.consentsAsked;
  const token = async (kind: string) => {
    await world.runJobs();
    const folder = join(world.services.config.dataDir, 'mail');
    const mail = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .findLast((text) => text.includes(`/${kind}/`));
    return new RegExp(`/${kind}/([\\w.-]+)`).exec(mail ?? '')?.[1] ?? '';
  };
  const signUp = async (email: string, agreesTo?: string[]) => {
    await as(null)('mutation($input: SignUpInput!) { signUp(input: $input) { requested } }', {
      input: { name: 'Nora New', email, lang: 'en' },
    });
    const input = { token: await token('confirm'), password: PASSWORD, ...(agreesTo ? { agreesTo } : {}) };
    const confirm = 'mutation($input: ConfirmSignUpInput!) { confirmSignUp(input: $input) { viewer { id } userErrors { code path } } }';
    return (await as(null)<{ confirmSignUp: { viewer: unknown; userErrors: unknown[] } }>(confirm, { input })).data.confirmSignUp;
  };

  it('are not asked for where nothing was published', async () => {
    expect(await asked()).toEqual([]);
    expect((await as(null)('{ consentTexts { id } }')).data).toEqual({ consentTexts: [] });
    expect((await signUp('first@example.org')).userErrors).toEqual([]);
    expect((await as(person)(GIVE, { input: { textIds: [] } })).data).toEqual({ giveConsents: { asked: [], userErrors: [] } });
  });

  it('are published in versions, by one of two administrators, not for days gone by', async () => {
    const both = await Promise.all([publish('TERMS', 0), publish('TERMS', 0)]);
    expect(both.map(({ errors }) => errors?.[0]?.extensions?.code ?? 'done').toSorted()).toEqual(['CONFLICT', 'done']);
    expect((await publish('TERMS', 1, '2026-11-23')).data).toEqual({
      publishConsentText: { text: null, userErrors: [{ code: 'DATE_PAST', path: ['validFrom'] }] },
    });
    const empty = await as(admin)(PUBLISH, {
      input: { kind: 'TERMS', ...words('x'), ru: ' ', validFrom: '2026-12-01', expectedVersion: 1 },
    });
    expect(empty.data).toMatchObject({ publishConsentText: { userErrors: [{ code: 'REQUIRED', path: ['ru'] }] } });
    const ctx = world.app.contextFor({
      viewer: await world.services.viewerOf(admin ?? ''),
      me: { ...testMe(admin ?? ''), provedRecently: false },
    });
    const input = { kind: 'TERMS', ...words('x'), validFrom: '2026-12-01', expectedVersion: 1 };
    const unproved = (await world.app.graphql.execute(ctx, { query: PUBLISH, variables: { input } })) as {
      errors?: { extensions?: { code: string } }[];
    };
    expect(unproved.errors?.[0]?.extensions?.code).toBe('PROOF_REQUIRED');
  });

  it('are asked of everybody, in their language, and given once', async () => {
    const [terms] = await asked();
    expect(terms).toMatchObject({ kind: 'TERMS', version: 1, html: expect.stringContaining('<strong>TERMS</strong>') });
    const missing = await as(person)(GIVE, { input: { textIds: ['ConsentText_forged'] } });
    expect(missing.data).toEqual({ giveConsents: { asked: null, userErrors: [{ code: 'CONSENT_REQUIRED', path: ['agreesTo'] }] } });
    const give = () => as(person)(GIVE, { input: { textIds: [terms?.id] } });
    await Promise.all([give(), give(), give()]);
    expect(await asked()).toEqual([]);
    const count = await world.services.db.row('SELECT count(*)::int AS n FROM consents WHERE person_id = $1', [person]);
    expect(count).toEqual({ n: 1 });
  });

  it('are needed for a new account', async () => {
    const { data } = await as(null)<{ consentTexts: { id: string }[] }>('{ consentTexts { id } }');
    const refused = await signUp('second@example.org');
    expect(refused).toEqual({ viewer: null, userErrors: [{ code: 'CONSENT_REQUIRED', path: ['agreesTo'] }] });
    expect(await world.services.db.row(`SELECT 1 FROM people WHERE email = 'second@example.org'`)).toBeNull();
    const made = await signUp(
      'second@example.org',
      data.consentTexts.map(({ id }) => id),
    );
    expect(made.userErrors).toEqual([]);
    const row = await world.services.db.row<{ id: string }>(`SELECT id FROM people WHERE email = 'second@example.org'`);
    expect(await asked(row?.id)).toEqual([]);
  });

  it('can be taken back where they are an agreement, and are asked for again then', async () => {
    await publish('PRIVACY_NOTICE', 0);
    await as(person)(GIVE, { input: { textIds: (await asked()).map(({ id }) => id) } });
    const { data } = await as(person)<{ ownConsents: { edges: { node: { kind: string; textId: string; canWithdraw: boolean } }[] } }>(OWN);
    const mine = data.ownConsents.edges.map(({ node }) => node);
    expect(mine.map(({ kind, canWithdraw }) => [kind, canWithdraw])).toEqual([
      ['PRIVACY_NOTICE', false],
      ['TERMS', true],
    ]);
    const withdraw = (textId: string | undefined, who = person) => as(who)(WITHDRAW, { input: { textId } });
    expect((await withdraw(mine[0]?.textId)).data).toMatchObject({ withdrawConsent: { userErrors: [{ code: 'CANNOT_WITHDRAW' }] } });
    expect((await withdraw(mine[1]?.textId, admin)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    world.services.clock.moveTo(new Date('2026-11-25T09:00:00Z'));
    expect((await withdraw(mine[1]?.textId)).data).toEqual({ withdrawConsent: { asked: [{ kind: 'TERMS' }], userErrors: [] } });
    expect((await withdraw(mine[1]?.textId)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    const after = await as(person)<{ ownConsents: { edges: { node: { act: string } }[] } }>(OWN);
    expect(after.data.ownConsents.edges.map(({ node }) => node.act)).toEqual(['WITHDRAWN', 'GIVEN', 'GIVEN']);
  });

  it('are asked for anew from the first day of a new version on', async () => {
    await as(person)(GIVE, { input: { textIds: (await asked()).map(({ id }) => id) } });
    await publish('TERMS', 1, '2026-12-01');
    expect(await asked()).toEqual([]);
    world.services.clock.moveTo(new Date('2026-12-01T09:00:00Z'));
    expect(await asked()).toMatchObject([{ kind: 'TERMS', version: 2 }]);
    const { data } = await as(admin)<{ publishedConsentTexts: { edges: { node: Record<string, unknown> }[] } }>(
      '{ publishedConsentTexts(first: 9) { edges { node { kind version inForce agreed } } } }',
    );
    expect(data.publishedConsentTexts.edges.map(({ node }) => node)).toEqual([
      { kind: 'TERMS', version: 2, inForce: true, agreed: 0 },
      { kind: 'PRIVACY_NOTICE', version: 1, inForce: true, agreed: 1 },
      { kind: 'TERMS', version: 1, inForce: false, agreed: 2 },
    ]);
  });

  it('keep whoever did not give them from every command but those about oneself', async () => {
    const browser = openBrowser(world);
    browser.cookies['__Host-stoa'] = await openSession(world.services.db, person ?? '', 'test');
    const codes = async (query: string, variables = {}) => {
      const { data, errors } = await browser.ask<Record<string, { userErrors?: unknown[] } | null> | null>(query, variables);
      return errors?.[0]?.extensions?.code ?? Object.values(data ?? {}).map((each) => each?.userErrors ?? each);
    };
    const join = 'mutation { joinNetwork(input: { networkId: "Network_none" }) { userErrors { code } } }';
    const language = 'mutation { updatePreferences(input: { lang: pl }) { userErrors { code } } }';
    expect(await codes(join)).toBe('AGREEMENT_REQUIRED');
    expect(await codes('{ viewer { unread: toReview } }')).toEqual([{ unread: null }]);
    expect(await codes('mutation { signOut { signedOut } revokeSession(input: { id: "x" }) { userErrors { code } } }')).not.toBe(
      'AGREEMENT_REQUIRED',
    );
    expect(await codes(language)).not.toBe('AGREEMENT_REQUIRED');
    expect(await codes(GIVE, { input: { textIds: (await asked()).map(({ id }) => id) } })).toEqual([[]]);
    expect(await codes(join)).toBe('NOT_FOUND');
    const names = new Set(Object.keys((await makeSchema()).getMutationType()?.getFields() ?? {}));
    expect([...OPEN_WITHOUT_AGREEMENT].filter((name) => !names.has(name) && !PUBLIC_OPERATIONS.has(name))).toEqual([]);
  });

  it('take rows and change none', async () => {
    const { db } = world.services;
    for (const statement of ['UPDATE consents SET at = now()', 'DELETE FROM consents', 'UPDATE consent_texts SET version = 9'])
      await expect(db.row(statement)).rejects.toThrow('consents take rows and nothing else');
  });
});
