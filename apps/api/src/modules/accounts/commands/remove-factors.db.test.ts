import { newId, toGlobalId } from '../../../platform/ids.js';
import { openBrowser, type TestBrowser } from '../../../testing/browser.js';
import { factories } from '../../../testing/factories.js';
import { testMe } from '../../../testing/personas.js';
import { startWorld, type World } from '../../../testing/world.js';
import { hashPassword, savePassword } from '../passwords.js';

const REMOVE = `mutation($input: RemoveFactorsInput!) { removeFactors(input: $input) { person { viewerCan { removeFactors } } userErrors { code path } } }`;
const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) { viewer { email } secondStep { methods } userErrors { code } } }`;
const EMAIL = 'ewa@example.org';
const PASSWORD = 'a long enough one';

interface Removed {
  removeFactors: { person: unknown; userErrors: unknown };
}

describe('an administrator who removes the second factors of somebody', () => {
  let world: World;
  let admin: string;
  let ewa: string;
  let browser: TestBrowser;
  beforeAll(async () => {
    world = await startWorld();
    const make = factories(world.services.db);
    admin = await make.person();
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: '00000000-0000-0000-0000-000000000000' });
    ewa = await make.person({ email: EMAIL, lang: 'pl' });
    await savePassword(world.services.db, ewa, await hashPassword(PASSWORD), world.services.clock.now());
    browser = openBrowser(world);
    await enter(browser);
    const passkey = { credential_id: newId(), public_key: Buffer.alloc(1), counter: 0, name: 'Key', created_at: 'now' };
    await make.insert('passkeys', { id: newId(), person_id: ewa, ...passkey });
  });
  afterAll(() => world.close());

  const enter = async (at: TestBrowser) => (await at.ask(SIGN_IN, { input: { email: EMAIL, password: PASSWORD } })).data['signIn'];
  const input = (over: Record<string, unknown> = {}) => ({ id: toGlobalId('Person', ewa), expectedVersion: 1, reason: 'MISUSE', ...over });
  const remove = (over: Record<string, unknown> = {}) => world.as(admin)<Removed>(REMOVE, { input: input(over) });
  const isSignedIn = async () => (await browser.ask<{ viewer: object | null }>('{ viewer { id } }')).data.viewer !== null;

  it('must have proved themselves lately, see what is there, and be an administrator', async () => {
    const viewer = await world.services.viewerOf(admin);
    const me = { ...testMe(admin), provedRecently: false };
    const unproved = await world.app.graphql.execute(world.app.contextFor({ viewer, me }), {
      query: REMOVE,
      variables: { input: input() },
    });
    expect(unproved).toMatchObject({ errors: [{ extensions: { code: 'PROOF_REQUIRED' } }] });
    expect((await remove({ expectedVersion: 9 })).errors?.[0]?.extensions?.code).toBe('CONFLICT');
    expect((await world.as(ewa)(REMOVE, { input: input() })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await remove({ id: toGlobalId('Person', admin) })).data.removeFactors.userErrors).toEqual([
      { code: 'NOT_YOURSELF_FACTORS', path: [] },
    ]);
    expect((await enter(openBrowser(world)))?.['secondStep']).toEqual({ methods: ['PASSKEY'] });
    expect(await isSignedIn()).toBe(true);
  });

  it('ends the person’s sessions, and the password alone signs in; a mail and the log say so', async () => {
    expect((await remove()).data.removeFactors).toEqual({ person: { viewerCan: { removeFactors: false } }, userErrors: [] });
    expect(await isSignedIn()).toBe(false);
    expect(await enter(openBrowser(world))).toEqual({ viewer: { email: EMAIL }, secondStep: null, userErrors: [] });
    await world.runJobs();
    expect((await world.services.mailer.kept()).filter(({ to }) => to === EMAIL).map(({ subject }) => subject)).toContain(
      'Usunięto drugi krok logowania',
    );
    const entry = await world.services.db.row(`SELECT actor_id, subject_id, detail FROM audit_log WHERE act = 'resetFactors'`);
    expect(entry).toEqual({ actor_id: admin, subject_id: ewa, detail: { reason: 'MISUSE' } });
    expect((await remove({ expectedVersion: 2 })).data.removeFactors.userErrors).toEqual([{ code: 'FACTORS_GONE', path: [] }]);
  });
});
