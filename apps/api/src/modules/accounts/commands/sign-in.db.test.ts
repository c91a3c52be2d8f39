import { factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { hashPassword, savePassword } from '../passwords.js';

const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { viewer { person { displayName } } userErrors { code path } } }';
interface SignedIn {
  signIn: { viewer: { person: { displayName: string } } | null; userErrors: { code: string; path: string[] }[] };
}

describe('signIn', () => {
  let world: World;
  let personId: string;

  beforeAll(async () => {
    world = await startWorld();
    personId = await factories(world.services.db).person({ name: 'Ελένη', email: 'eleni@example.org' });
    await savePassword(world.services.db, personId, await hashPassword('correct horse'), world.services.clock.now());
  });
  afterAll(() => world.close());

  it('opens a session and sets a cookie that only the server reads', async () => {
    const cookies: string[] = [];
    const answer = await world.as(null)<SignedIn>(
      SIGN_IN,
      { input: { email: 'Eleni@example.org ', password: 'correct horse' } },
      { setCookie: (c) => cookies.push(c) },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data.signIn).toEqual({ viewer: { person: { displayName: 'Ελένη' } }, userErrors: [] });
    expect(cookies[0]).toMatch(/^__Host-stoa=[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax/);
  });

  it('answers a wrong password and an unknown address alike, and stops the sixth try', async () => {
    const wrong = await world.as(null)<SignedIn>(
      SIGN_IN,
      { input: { email: 'eleni@example.org', password: 'wrong' } },
      { ip: '192.0.2.1' },
    );
    const unknown = await world.as(null)<SignedIn>(
      SIGN_IN,
      { input: { email: 'nobody@example.org', password: 'wrong' } },
      { ip: '192.0.2.1' },
    );
    expect(wrong.data).toEqual(unknown.data);
    expect(wrong.data.signIn.userErrors[0]?.code).toBe('SIGN_IN_FAILED');
    for (let i = 0; i < 4; i++)
      await world.as(null)(SIGN_IN, { input: { email: 'eleni@example.org', password: 'wrong' } }, { ip: '192.0.2.1' });
    const sixth = await world.as(null)(SIGN_IN, { input: { email: 'eleni@example.org', password: 'correct horse' } }, { ip: '192.0.2.1' });
    expect(sixth.errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', limit: 'signIn' });
  });

  it('refuses a visitor every operation that is not public, before anything runs', async () => {
    const answer = await world.as(null)('{ viewer { person { displayName } } }');
    expect(answer.data).toEqual({ viewer: null });
  });

  it('masks nothing of the viewer and gives the signed-in person', async () => {
    const answer = await world.as(personId)('{ viewer { email person { displayName } } }');
    expect(answer.data).toEqual({ viewer: { email: 'eleni@example.org', person: { displayName: 'Ελένη' } } });
  });
});
