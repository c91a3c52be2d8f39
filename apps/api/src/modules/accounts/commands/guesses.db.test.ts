import { openBrowser } from '../../../testing/browser.js';
import { CROWD } from '../../../testing/database.js';
import { factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { serve, type Served } from '../../../rights/serve.js';
import { hashPassword, savePassword } from '../passwords.js';

const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { viewer { email } secondStep { methods } userErrors { code } } }';
const FINISH = 'mutation($input: FinishSignInInput!) { finishSignIn(input: $input) { viewer { email } userErrors { code } } }';
const PASSWORD = 'a long enough one';
/** A thousand in the full run; fewer show the same bounds. */
const GUESSES = process.env['STOA_TEST_FULL'] ? 1_000 : 100;
const AT_ONCE = 50;

/** Runs the guesses, many at once. @returns how many were looked at, that is answered other than RATE_LIMITED */
async function looked(guess: (n: number) => Promise<string>): Promise<number> {
  const answers: string[] = [];
  for (let from = 0; from < GUESSES; from += AT_ONCE)
    answers.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => guess(from + i)))));
  expect(new Set(answers.filter((text) => !text.includes('RATE_LIMITED')).map((text) => /"code":"(\w+)"/.exec(text)?.[1])).size).toBe(1);
  return answers.filter((text) => !text.includes('RATE_LIMITED')).length;
}

describe('guesses, however many', () => {
  let world: World;
  let served: Served;
  let make: ReturnType<typeof factories>;
  beforeAll(async () => {
    world = await startWorld({ PUBLIC_URL: 'https://stoa.example' }, { connections: CROWD });
    make = factories(world.services.db);
    served = await serve(world);
  });
  afterAll(async () => {
    await served.stop();
    await world.close();
  });

  const account = async (name: string) => {
    const email = `${name}@example.org`;
    const id = await make.person({ email });
    await savePassword(world.services.db, id, await hashPassword(PASSWORD), world.services.clock.now());
    return { id, email };
  };

  it('of a password from one address, by forged headers and every way to write the account, are five', async () => {
    await account('written');
    const forms = ['written@example.org', ' WRITTEN@example.org', 'Written@Example.org\t', '\u00a0written@EXAMPLE.ORG '];
    const counted = await looked(async (n) => {
      const headers = {
        'x-forwarded-for': `198.51.${n >> 8}.${n & 255}`,
        'x-real-ip': `203.0.113.${n & 255}`,
        forwarded: `for=192.0.2.${n & 255}`,
      };
      const reply = await served.ask(SIGN_IN, { input: { email: forms[n % forms.length], password: `guess ${n}` } }, { headers });
      return reply.text;
    });
    expect(counted).toBe(5);
    const many = `mutation { ${Array.from({ length: 20 }, (_, n) => `a${n}: signIn(input: { email: "written@example.org", password: "g${n}" }) { userErrors { code } }`).join(' ')} }`;
    expect((await served.ask(many)).text).not.toContain('SIGN_IN_FAILED');
  });

  it('of a password from a thousand addresses are twenty, and do not lock out the browser that its owner uses', async () => {
    const { email } = await account('everywhere');
    const own = openBrowser(world);
    await own.ask(SIGN_IN, { input: { email, password: PASSWORD } });
    const stranger = openBrowser(world);
    const counted = await looked(async (n) =>
      JSON.stringify(await stranger.ask(SIGN_IN, { input: { email, password: `guess ${n}` } }, `2001:db8::${n.toString(16)}`)),
    );
    expect(counted).toBe(20);
    const elsewhere = await openBrowser(world).ask(SIGN_IN, { input: { email, password: PASSWORD } }, '192.0.2.77');
    expect(elsewhere.errors?.[0]?.extensions?.code).toBe('RATE_LIMITED');
    expect((await own.ask(SIGN_IN, { input: { email, password: PASSWORD } })).data['signIn']?.['viewer']).toEqual({ email });
  });

  it('of passwords of many accounts from one address are thirty', async () => {
    const stranger = openBrowser(world);
    const counted = await looked(async (n) =>
      JSON.stringify(await stranger.ask(SIGN_IN, { input: { email: `sprayed${n}@example.org`, password: PASSWORD } }, '192.0.2.50')),
    );
    expect(counted).toBe(30);
  });

  it.each(['CODE', 'RECOVERY_CODE'])('of the second step by %s, each in a new sign-in from a new address, are ten', async (method) => {
    const { id, email } = await account(`step-${method.toLowerCase().replace('_', '')}`);
    await make.insert('passkeys', {
      id,
      person_id: id,
      credential_id: id,
      public_key: Buffer.alloc(1),
      counter: 0,
      name: 'none',
      created_at: 'now',
    });
    const begun = await Promise.all(
      Array.from({ length: 4 }, async (_, n) => {
        const browser = openBrowser(world);
        await browser.ask(SIGN_IN, { input: { email, password: PASSWORD } }, `198.51.100.${n}`);
        return browser;
      }),
    );
    const counted = await looked(async (n) =>
      JSON.stringify(
        await begun[n % begun.length]?.ask(FINISH, { input: { method, code: String(100_000 + n) } }, `2001:db8:1::${n.toString(16)}`),
      ),
    );
    expect(counted).toBe(10);
  });
});
