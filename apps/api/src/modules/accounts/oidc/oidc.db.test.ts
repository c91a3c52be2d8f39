import type { IdentityProvider, ProviderPerson } from '../../../../../../tests/support/identity-provider.mjs';
import { factories } from '../../../testing/factories.js';
import { startLyingProvider, type Lie, type LyingProvider } from '../../../testing/lying-provider.js';
import { startWorld, type World } from '../../../testing/world.js';
import { serve, type Served } from '../../../rights/serve.js';
import { hashPassword, savePassword } from '../passwords.js';
import { tokenHash } from '../sessions.js';

const BEGIN = 'mutation($input: ProviderInput!) { beginProviderSignIn(input: $input) { address userErrors { code path } } }';
const LINK = 'mutation($input: ProviderInput!) { beginIdentityLink(input: $input) { address userErrors { code } } }';
const PROVE = 'mutation($input: ProveAccountInput!) { proveAccount(input: $input) { landing userErrors { code path } } }';
const SIGN_UP = 'mutation($input: SignUpByProviderInput!) { signUpByProvider(input: $input) { landing userErrors { code path } } }';
const UNLINK = 'mutation($input: UnlinkIdentityInput!) { unlinkIdentity(input: $input) { id userErrors { code } } }';
const IDENTITIES = '{ viewer { email identities { id provider { label } } } }';
const VOUCHER = '{ voucher { next email name provider { label } } }';
const SITE = 'https://stoa.example';
const PASSWORD = 'three words of mine';

const PEOPLE: Record<string, ProviderPerson> = {
  eleni: { email: 'eleni@school.example', email_verified: true, name: 'Ελένη Παπαδοπούλου' },
  unverified: { email: 'owner@school.example', email_verified: false },
  newcomer: { email: 'newcomer@school.example', email_verified: true, name: 'Łucja Wąs' },
  invited: { email: 'invited@school.example', email_verified: true },
  nobody: {},
  linker: { email: 'elsewhere@school.example', email_verified: true },
  careful: { email: 'careful@school.example', email_verified: true, amr: ['pwd', 'mfa'] },
};

/** A browser as far as this protocol needs one: keeps cookies by site, follows nothing by itself. */
class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(private readonly served: Served) {}

  private keep(site: string, cookies: readonly string[]): void {
    const jar = this.jars.get(site) ?? new Map<string, string>();
    this.jars.set(site, jar);
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
  }

  cookies(site: string): string {
    return [...(this.jars.get(site) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  cookie(name: string): string | undefined {
    return this.jars.get(SITE)?.get(name);
  }

  /** Puts a cookie back, as whoever copied it would. */
  restore(name: string, value: string): void {
    this.keep(SITE, [`${name}=${value}`]);
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const reply = await this.served.ask(query, variables as Record<string, unknown>, { headers: { cookie: this.cookies(SITE) } });
    this.keep(SITE, [reply.headers['set-cookie'] ?? []].flat());
    const { data, errors } = JSON.parse(reply.text) as { data: Data; errors?: { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join());
    return data;
  }

  /** Opens a page of Stoa. @returns where it leads */
  async open(address: string): Promise<string> {
    const { pathname, search } = new URL(address, SITE);
    const reply = await this.served.send({ path: `${pathname}${search}`, headers: { cookie: this.cookies(SITE) } });
    this.keep(SITE, [reply.headers['set-cookie'] ?? []].flat());
    return reply.headers.location ?? `${String(reply.status)}`;
  }

  /** Signs in at the provider as somebody. @returns the address at Stoa that it leads back to */
  async through(address: string, login: string, act = 'continue'): Promise<string> {
    let at = address;
    let form: URLSearchParams | null = null;
    for (let hop = 0; hop < 10 && !at.startsWith(SITE); hop++) {
      const { origin } = new URL(at);
      const init: RequestInit = form ? { method: 'POST', body: form } : {};
      const reply: Response = await fetch(at, { ...init, redirect: 'manual', headers: { cookie: this.cookies(origin) } });
      this.keep(origin, reply.headers.getSetCookie());
      const location: string | null = reply.headers.get('location');
      form = location ? null : new URLSearchParams({ login, act });
      if (location) at = new URL(location, at).href;
    }
    return at;
  }
}

describe('signing in by a provider', () => {
  let world: World;
  let served: Served;
  let school: IdentityProvider;
  let liar: LyingProvider;
  let make: ReturnType<typeof factories>;

  beforeAll(async () => {
    const { startIdentityProvider } = (await import(
      new URL('../../../../../../tests/support/identity-provider.mjs', import.meta.url).href
    )) as typeof import('../../../../../../tests/support/identity-provider.mjs');
    school = await startIdentityProvider({ redirectUri: `${SITE}/oidc/school/callback`, people: PEOPLE });
    liar = await startLyingProvider();
    world = await startWorld({
      PUBLIC_URL: SITE,
      OIDC_PROVIDERS: 'school,liar,gone',
      OIDC_SCHOOL_ISSUER: school.issuer,
      OIDC_SCHOOL_CLIENT_ID: school.clientId,
      OIDC_SCHOOL_CLIENT_SECRET: school.clientSecret,
      OIDC_SCHOOL_LABEL: 'School network',
      OIDC_SCHOOL_SIGN_UP: 'on',
      OIDC_LIAR_ISSUER: liar.issuer,
      OIDC_LIAR_CLIENT_ID: 'stoa',
      OIDC_LIAR_CLIENT_SECRET: 'secret',
      OIDC_GONE_ISSUER: 'http://127.0.0.1:9',
      OIDC_GONE_CLIENT_ID: 'stoa',
      OIDC_GONE_CLIENT_SECRET: 'secret',
    });
    served = await serve(world);
    make = factories(world.services.db);
  });
  afterAll(async () => {
    await served.stop();
    await world.close();
    await Promise.all([school.stop(), liar.stop()]);
  });

  const begin = async (browser: Browser, provider = 'school', returnTo = '/el/networks') =>
    (await browser.ask<{ beginProviderSignIn: { address: string } }>(BEGIN, { input: { provider, returnTo } })).beginProviderSignIn.address;
  const signIn = async (browser: Browser, login: string, act?: string) =>
    browser.open(await browser.through(await begin(browser), login, act));
  const whoIs = async (browser: Browser) =>
    (await browser.ask<{ viewer: { email: string; identities: { id: string }[] } | null }>(IDENTITIES)).viewer;
  const withPassword = async (email: string) => {
    const id = await make.person({ email });
    await savePassword(world.services.db, id, await hashPassword(PASSWORD), world.services.clock.now());
    return id;
  };
  const mailsTo = async (email: string) => {
    await world.runJobs();
    return (await world.services.mailer.kept()).filter(({ to }) => to === email).map(({ subject }) => subject);
  };

  it('joins an account once, after its password, and signs in by issuer and subject from then on', async () => {
    await withPassword('eleni@school.example');
    const browser = new Browser(served);
    expect(await signIn(browser, 'eleni')).toBe('/en/sign-in/provider');
    expect(await whoIs(browser)).toBeNull();
    expect(await browser.ask(VOUCHER)).toEqual({
      voucher: {
        next: 'PROVE_ACCOUNT',
        email: 'eleni@school.example',
        name: 'Ελένη Παπαδοπούλου',
        provider: { label: 'School network' },
      },
    });
    expect(await browser.ask(PROVE, { input: { password: 'not it' } })).toEqual({
      proveAccount: { landing: null, userErrors: [{ code: 'CURRENT_PASSWORD_WRONG', path: ['password'] }] },
    });
    expect(await browser.ask(PROVE, { input: { password: PASSWORD } })).toEqual({
      proveAccount: { landing: '/el/networks', userErrors: [] },
    });
    expect(await whoIs(browser)).toMatchObject({ email: 'eleni@school.example', identities: [{ provider: { label: 'School network' } }] });
    expect(await mailsTo('eleni@school.example')).toEqual(['School network can sign you in now']);
    const again = new Browser(served);
    expect(await signIn(again, 'eleni')).toBe('/el/networks');
    expect((await whoIs(again))?.email).toBe('eleni@school.example');
    // The address may become somebody else's at the provider: the account stays with the subject.
    await world.services.db.row(`UPDATE people SET email = 'moved@school.example' WHERE email = 'eleni@school.example'`);
    await withPassword('eleni@school.example');
    const moved = new Browser(served);
    await signIn(moved, 'eleni');
    expect((await whoIs(moved))?.email).toBe('moved@school.example');
  });

  it('opens nothing by an address that the provider did not verify, that has another identity, or that nobody knows', async () => {
    const owner = await withPassword('owner@school.example');
    expect(await signIn(new Browser(served), 'unverified')).toBe('/en/sign-in?problem=NOT_LINKED');
    expect(await signIn(new Browser(served), 'nobody')).toBe('/en/sign-in?problem=NOT_LINKED');
    await withPassword('careful@school.example');
    const { id } = (await world.services.db.row<{ id: string }>(`SELECT id FROM people WHERE email = 'careful@school.example'`)) ?? {
      id: '',
    };
    await make.insert('identities', {
      id: owner,
      person_id: id,
      provider: 'x',
      issuer: 'https://x.example',
      subject: '1',
      linked_at: 'now',
    });
    const browser = new Browser(served);
    expect(await signIn(browser, 'careful')).toBe('/en/sign-in?problem=USE_OTHER_SIGN_IN');
    expect(await whoIs(browser)).toBeNull();
  });

  it('makes an account where the operator allows it, and sends whoever is invited to the mailbox', async () => {
    const browser = new Browser(served);
    expect(await signIn(browser, 'newcomer')).toBe('/en/sign-in/provider');
    expect(await browser.ask(SIGN_UP, { input: { name: 'Łucja Wąs', lang: 'pl' } })).toEqual({
      signUpByProvider: { landing: '/el/networks', userErrors: [] },
    });
    expect((await whoIs(browser))?.email).toBe('newcomer@school.example');
    const { identities } = (await whoIs(browser)) ?? { identities: [] };
    const refused = await browser.ask(UNLINK, { input: { id: identities[0]?.id } });
    expect(refused).toEqual({ unlinkIdentity: { id: null, userErrors: [{ code: 'LAST_WAY_IN' }] } });
    await make.person({ email: 'invited@school.example', status: 'INVITED' });
    expect(await signIn(new Browser(served), 'invited')).toBe('/en/sign-in?problem=INVITED');
    expect(await mailsTo('invited@school.example')).toHaveLength(1);
  });

  it('links only for the session that asked, and never to a second account', async () => {
    const id = await withPassword('linker@school.example');
    const session = async () => {
      const browser = new Browser(served);
      const signedIn = 'mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
      await browser.ask(signedIn, { input: { email: 'linker@school.example', password: PASSWORD } });
      return browser;
    };
    const linkAddress = async (browser: Browser) =>
      (
        await browser.ask<{ beginIdentityLink: { address: string } }>(LINK, {
          input: { provider: 'school', returnTo: '/ru/me/preferences' },
        })
      ).beginIdentityLink.address;
    const browser = await session();
    expect(await browser.open(await browser.through(await linkAddress(browser), 'linker'))).toBe('/ru/me/preferences');
    expect((await whoIs(browser))?.identities).toHaveLength(1);
    // Somebody who ended the session meanwhile, or sits in another one, links nothing.
    const other = await session();
    const back = await other.through(await linkAddress(other), 'nobody');
    await world.services.db.row('UPDATE sessions SET revoked_at = now() WHERE person_id = $1', [id]);
    expect(await other.open(back)).toBe('/en/me/preferences?problem=STATE_LOST');
    const thief = await withPassword('thief@school.example');
    const stranger = new Browser(served);
    const enter = 'mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
    await stranger.ask(enter, { input: { email: 'thief@school.example', password: PASSWORD } });
    expect(await stranger.open(await stranger.through(await linkAddress(stranger), 'linker'))).toBe(
      '/en/me/preferences?problem=IDENTITY_TAKEN',
    );
    const kept = await world.services.db.rows('SELECT 1 FROM identities WHERE person_id = $1', [thief]);
    expect(kept).toEqual([]);
    const mine = await session();
    const [identity] = (await whoIs(mine))?.identities ?? [];
    expect(await mine.ask(UNLINK, { input: { id: identity?.id } })).toEqual({ unlinkIdentity: { id: identity?.id, userErrors: [] } });
    const told = (await mailsTo('linker@school.example')).filter((subject) => subject.startsWith('School network'));
    expect(told).toEqual(['School network signs you in no more', 'School network can sign you in now']);
  });

  it('asks for a fresh proof before it links or unlinks', async () => {
    const browser = new Browser(served);
    await signIn(browser, 'newcomer');
    const token = browser.cookie('__Host-stoa') ?? '';
    await world.services.db.row(`UPDATE sessions SET proved_at = now() - interval '1 hour' WHERE token_hash = $1`, [tokenHash(token)]);
    await expect(browser.ask(LINK, { input: { provider: 'school' } })).rejects.toThrow('PROOF_REQUIRED');
    const [identity] = (await whoIs(browser))?.identities ?? [];
    await expect(browser.ask(UNLINK, { input: { id: identity?.id } })).rejects.toThrow('PROOF_REQUIRED');
  });

  it('says so where the person or the provider went away', async () => {
    expect(await signIn(new Browser(served), 'eleni', 'cancel')).toBe('/en/sign-in?problem=PROVIDER_REFUSED');
    const browser = new Browser(served);
    expect(await browser.ask(BEGIN, { input: { provider: 'gone' } })).toEqual({
      beginProviderSignIn: { address: null, userErrors: [{ code: 'PROVIDER_UNAVAILABLE', path: ['provider'] }] },
    });
    expect(await browser.ask(BEGIN, { input: { provider: '../x' } })).toEqual({
      beginProviderSignIn: { address: null, userErrors: [{ code: 'PROVIDER_UNKNOWN', path: ['provider'] }] },
    });
  });

  it('leads to pages of its own alone', async () => {
    const browser = new Browser(served);
    const address = await begin(browser, 'school', '//evil.example/el');
    expect(await browser.open(await browser.through(address, 'newcomer'))).toBe('/en/home');
  });

  it.each([
    [
      'played again',
      async (browser: Browser, back: string, journey: string) => {
        await browser.open(back);
        browser.restore('__Host-stoa-journey', journey);
        return browser.open(back);
      },
    ],
    ['opened in another browser', (_browser: Browser, back: string) => new Browser(served).open(back)],
    ['of another state', (browser: Browser, back: string) => browser.open(back.replace(/state=[^&]+/, 'state=another'))],
    ['at another provider', (browser: Browser, back: string) => browser.open(back.replace('/school/', '/liar/'))],
    ['at no provider', (browser: Browser, back: string) => browser.open(back.replace('/school/', '/nobody/'))],
    [
      'too late',
      async (browser: Browser, back: string) => {
        const now = world.services.clock.now();
        world.services.clock.moveTo(new Date(now.getTime() + 11 * 60_000));
        return browser.open(back).finally(() => world.services.clock.moveTo(now));
      },
    ],
  ])('gives no session to a callback that is %s', async (_what, play) => {
    const browser = new Browser(served);
    const back = await browser.through(await begin(browser), 'newcomer');
    const before = (await world.services.db.rows('SELECT 1 FROM sessions')).length;
    expect(await play(browser, back, browser.cookie('__Host-stoa-journey') ?? '')).toMatch(/\/sign-in\?problem=STATE_LOST$/);
    const after = (await world.services.db.rows('SELECT 1 FROM sessions')).length;
    // Played again, the first time was a sign-in like any other.
    expect(after - before).toBe(_what === 'played again' ? 1 : 0);
  });

  const good = (nonce: string): Lie => ({ claims: { nonce } });
  it.each<[string, (nonce: string) => Lie]>([
    ['of another issuer', (nonce) => ({ claims: { nonce, iss: 'https://other.example' } })],
    ['for another audience', (nonce) => ({ claims: { nonce, aud: 'somebody else' } })],
    ['with another nonce', () => ({ claims: { nonce: 'another' } })],
    ['without a nonce', () => ({ claims: {} })],
    ['that is over', (nonce) => ({ claims: { nonce, exp: 1_000_000_000 } })],
    ['without a subject', (nonce) => ({ claims: { nonce, sub: undefined } })],
    ['signed by a stranger', (nonce) => ({ ...good(nonce), otherKey: true })],
  ])('trusts no token %s', async (_what, lieWith) => {
    const browser = new Browser(served);
    const address = new URL(await begin(browser, 'liar'));
    liar.lie = lieWith(address.searchParams.get('nonce') ?? '');
    const back = `/oidc/liar/callback?code=x&state=${address.searchParams.get('state') ?? ''}`;
    expect(await browser.open(back)).toBe('/en/sign-in?problem=PROVIDER_FAILED');
    expect(await whoIs(browser)).toBeNull();
  });

  it('trusts a token that is as it should be', async () => {
    const browser = new Browser(served);
    const address = new URL(await begin(browser, 'liar'));
    liar.lie = good(address.searchParams.get('nonce') ?? '');
    expect(await browser.open(`/oidc/liar/callback?code=x&state=${address.searchParams.get('state') ?? ''}`)).toBe(
      '/en/sign-in?problem=NOT_LINKED',
    );
  });

  it('signs nobody in whose account is suspended', async () => {
    await world.services.db.row(`UPDATE people SET status = 'SUSPENDED' WHERE email = 'newcomer@school.example'`);
    const browser = new Browser(served);
    expect(await signIn(browser, 'newcomer')).toBe('/en/sign-in?problem=ACCOUNT_CLOSED');
    expect(await whoIs(browser)).toBeNull();
  });
});
