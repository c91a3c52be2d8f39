import { Secret, TOTP } from 'otpauth';
import { openBrowser, type TestBrowser } from '../../../testing/browser.js';
import { factories } from '../../../testing/factories.js';
import { SoftPasskey, type Lie } from '../../../testing/soft-passkey.js';
import { startWorld, type World } from '../../../testing/world.js';
import { takeCode } from '../factors/code-app.js';
import { resealAll } from '../factors/seal.js';
import { hashPassword, savePassword } from '../passwords.js';

const ERRORS = 'userErrors { code path }';
const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) { viewer { email } secondStep { methods } ${ERRORS} } }`;
const FINISH = `mutation($input: FinishSignInInput!) { finishSignIn(input: $input) { viewer { email } ${ERRORS} } }`;
const START = `mutation { startCodeApp { secret uri picture ${ERRORS} } }`;
const CONFIRM = `mutation($input: CodeInput!) { confirmCodeApp(input: $input) { done recoveryCodes ${ERRORS} } }`;
const OFF = `mutation { turnOffCodeApp { done ${ERRORS} } }`;
const RENEW = `mutation { renewRecoveryCodes { recoveryCodes ${ERRORS} } }`;
const SECURITY = '{ viewer { rightsWithheld proofMethods security { codeAppSince recoveryCodesLeft passkeys { id name version } } } }';
const PROVE = `mutation($input: ProveInput!) { prove(input: $input) { proved ${ERRORS} } }`;
const ADD = `mutation($input: AddPasskeyInput!) { addPasskey(input: $input) { done recoveryCodes ${ERRORS} } }`;
const RENAME = `mutation($input: RenamePasskeyInput!) { renamePasskey(input: $input) { done ${ERRORS} } }`;
const REMOVE = `mutation($input: RemovePasskeyInput!) { removePasskey(input: $input) { done ${ERRORS} } }`;
const WITH_PASSKEY = `mutation($input: PasskeyInput!) { signInWithPasskey(input: $input) { viewer { email } ${ERRORS} } }`;
const PASSWORD = 'a long enough one';
const EVERYTHING = '00000000-0000-0000-0000-000000000000';

interface Security {
  viewer: {
    rightsWithheld: boolean;
    proofMethods: string[];
    security: { codeAppSince: string | null; recoveryCodesLeft: number; passkeys: { id: string; name: string; version: number }[] };
  } | null;
}

describe('a second factor', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  beforeAll(async () => {
    world = await startWorld({ PUBLIC_URL: 'https://stoa.example', STOA_SECOND_FACTOR_ROLES: 'AD' });
    make = factories(world.services.db);
  });
  afterAll(() => world.close());

  let people = 0;
  const signedUp = async () => {
    const email = `factor${String((people += 1))}@example.org`;
    const id = await make.person({ email });
    await savePassword(world.services.db, id, await hashPassword(PASSWORD), world.services.clock.now());
    return { id, email };
  };
  const enter = (browser: TestBrowser, email: string) => browser.ask(SIGN_IN, { input: { email, password: PASSWORD } });
  const codeOf = (secret: string, seconds = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + seconds * 1000 });
  /** Somebody whose app writes codes, with the browser that turned it on. */
  const withApp = async () => {
    const person = await signedUp();
    const browser = openBrowser(world);
    await enter(browser, person.email);
    const secret = String((await browser.ask(START)).data['startCodeApp']?.['secret']);
    const on = await browser.ask(CONFIRM, { input: { code: codeOf(secret) } });
    return { ...person, browser, secret, codes: on.data['confirmCodeApp']?.['recoveryCodes'] as string[] };
  };
  const forgetStep = (id: string) => world.services.db.row('UPDATE code_apps SET last_step = 0 WHERE person_id = $1', [id]);
  const subjects = async (email: string) => {
    await world.runJobs();
    return (await world.services.mailer.kept()).filter(({ to }) => to === email).map(({ subject }) => subject);
  };
  const security = async (browser: TestBrowser) => (await browser.ask<Security>(SECURITY)).data.viewer;
  const OPTIONS = {
    ADD: '{ passkeyOptions(purpose: ADD) }',
    PROVE: '{ passkeyOptions(purpose: PROVE) }',
    SIGN_IN: '{ passkeySignInOptions }',
  };
  const options = async (browser: TestBrowser, purpose: keyof typeof OPTIONS) =>
    Object.values((await browser.ask<Record<string, string>>(OPTIONS[purpose])).data)[0] ?? '';

  it('is turned on by a code, ends other sessions, and gives ten recovery codes once', async () => {
    const { email } = await signedUp();
    const [here, elsewhere] = [openBrowser(world), openBrowser(world)];
    await enter(here, email);
    await enter(elsewhere, email);
    const started = (await here.ask(START)).data['startCodeApp'];
    expect(String(started?.['uri'])).toContain(`secret=${String(started?.['secret'])}`);
    expect(String(started?.['picture'])).toMatch(/^data:image\/svg\+xml;base64,/);
    expect((await security(here))?.security.codeAppSince).toBeNull();
    expect((await here.ask(CONFIRM, { input: { code: '000000' } })).data['confirmCodeApp']?.['userErrors']).toEqual([
      { code: 'CODE_WRONG', path: ['code'] },
    ]);
    const on = (await here.ask(CONFIRM, { input: { code: codeOf(String(started?.['secret'])) } })).data['confirmCodeApp'];
    expect(new Set(on?.['recoveryCodes'] as string[]).size).toBe(10);
    expect(await security(elsewhere)).toBeNull();
    expect(await security(here)).toMatchObject({ proofMethods: ['CODE', 'RECOVERY_CODE'], security: { recoveryCodesLeft: 10 } });
    expect(await subjects(email)).toEqual(['Codes of an app now protect your account', 'Somebody signed in from a new browser']);
    const kept = await world.services.db.rows('SELECT * FROM code_apps c JOIN recovery_codes r USING (person_id)');
    expect(JSON.stringify(kept)).not.toContain(String(started?.['secret']));
  });

  it('makes signing in two steps, the first of which gives no rights', async () => {
    const { id, email, secret, browser: known } = await withApp();
    const browser = openBrowser(world);
    expect((await enter(browser, email)).data['signIn']).toEqual({
      viewer: null,
      secondStep: { methods: ['CODE', 'RECOVERY_CODE'] },
      userErrors: [],
    });
    expect(Object.keys(browser.cookies)).toEqual(['__Host-stoa-step']);
    expect(await security(browser)).toBeNull();
    expect((await browser.ask('{ keptMails(first: 1) { id } }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const finish = (at: TestBrowser, code: string, method = 'CODE') => at.ask(FINISH, { input: { method, code } });
    const wrong = [{ code: 'CODE_WRONG', path: ['code'] }];
    expect((await finish(browser, codeOf(secret, -600))).data['finishSignIn']?.['userErrors']).toEqual(wrong);
    const late = codeOf(secret, 30);
    expect((await finish(openBrowser(world), late)).data['finishSignIn']?.['userErrors']).toEqual([{ code: 'SIGN_IN_EXPIRED', path: [] }]);
    expect((await finish(browser, late)).data['finishSignIn']).toEqual({ viewer: { email }, userErrors: [] });
    expect(browser.cookies['__Host-stoa-step']).toBeUndefined();
    expect((await security(browser))?.proofMethods).toEqual(['CODE', 'RECOVERY_CODE']);
    // The same code again, in another sign-in; then the same at once from two.
    await enter(known, email);
    expect((await finish(known, late)).data['finishSignIn']?.['userErrors']).toEqual(wrong);
    await forgetStep(id);
    const two = [openBrowser(world), openBrowser(world)];
    for (const one of two) await enter(one, email);
    const code = codeOf(secret);
    const answers = await Promise.all(two.map((one) => finish(one, code)));
    expect(answers.map(({ data }) => data['finishSignIn']?.['viewer'] !== null).toSorted()).toEqual([false, true]);
  });

  it('is stood in for by each recovery code once, and tells of it', async () => {
    const { email, codes, browser: known } = await withApp();
    const browser = openBrowser(world);
    await enter(browser, email);
    const typed = (codes[0] ?? '').toUpperCase().replaceAll('-', ' ');
    expect((await browser.ask(FINISH, { input: { method: 'RECOVERY_CODE', code: typed } })).data['finishSignIn']?.['viewer']).toEqual({
      email,
    });
    expect((await security(browser))?.security.recoveryCodesLeft).toBe(9);
    await enter(known, email);
    expect((await known.ask(FINISH, { input: { method: 'RECOVERY_CODE', code: typed } })).data['finishSignIn']?.['userErrors']).toEqual([
      { code: 'CODE_WRONG', path: ['code'] },
    ]);
    expect(await subjects(email)).toContain('A recovery code was used');
    const renewed = (await browser.ask(RENEW)).data['renewRecoveryCodes']?.['recoveryCodes'] as string[];
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);
    expect((await known.ask(FINISH, { input: { method: 'RECOVERY_CODE', code: codes[1] } })).data['finishSignIn']?.['viewer']).toBeNull();
  });

  it('cannot be gone round by a new password, and ends with everything that hung on it', async () => {
    const { email, secret, browser, id } = await withApp();
    await openBrowser(world).ask('mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { requested } }', {
      input: { email },
    });
    await world.runJobs();
    const mail = (await world.services.mailer.kept()).find(({ to, subject }) => to === email && subject === 'Choose a new password');
    const token = /\/reset\/([^\s\]]+)/.exec(mail?.text ?? '')?.[1];
    const stranger = openBrowser(world);
    const reset = await stranger.ask(
      'mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { viewer { email } secondStep { methods } userErrors { code } } }',
      { input: { token, password: 'quite another long one' } },
    );
    expect(reset.data['resetPassword']).toEqual({ viewer: null, secondStep: { methods: ['CODE', 'RECOVERY_CODE'] }, userErrors: [] });
    expect(await security(stranger)).toBeNull();
    expect(await security(browser)).toBeNull();
    await forgetStep(id);
    await stranger.ask(FINISH, { input: { method: 'CODE', code: codeOf(secret) } });
    await world.services.db.row('UPDATE sessions SET proved_at = NULL WHERE person_id = $1', [id]);
    expect((await stranger.ask(OFF)).errors?.[0]?.extensions?.code).toBe('PROOF_REQUIRED');
    expect(
      (await stranger.ask(PROVE, { input: { method: 'PASSWORD', answer: 'quite another long one' } })).errors?.[0]?.extensions?.code,
    ).toBe('BAD_REQUEST');
    await forgetStep(id);
    expect((await stranger.ask(PROVE, { input: { method: 'CODE', answer: codeOf(secret) } })).data['prove']).toEqual({
      proved: true,
      userErrors: [],
    });
    expect((await stranger.ask(OFF)).data['turnOffCodeApp']).toEqual({ done: true, userErrors: [] });
    expect(await security(stranger)).toMatchObject({ proofMethods: ['PASSWORD'], security: { codeAppSince: null, recoveryCodesLeft: 0 } });
  });

  it('outlives the secret that sealed it', async () => {
    const { id, secret } = await withApp();
    const { db, config } = world.services;
    const fresh = 'a new secret of the tests, long enough too';
    await forgetStep(id);
    expect(await db.transaction((tx) => takeCode(tx, id, codeOf(secret), [fresh]))).toBe(false);
    expect(await resealAll(db, [fresh, ...config.secrets])).toBeGreaterThan(0);
    expect(await db.transaction((tx) => takeCode(tx, id, codeOf(secret), [fresh]))).toBe(true);
    await resealAll(db, [...config.secrets, fresh]);
  });

  it('is asked of the roles that the setting names: without it they have a member’s rights', async () => {
    const { id, email } = await signedUp();
    await make.appointment({ personId: id, role: 'AD', scopeType: 'EVERYTHING', scopeId: EVERYTHING });
    const browser = openBrowser(world);
    await enter(browser, email);
    const mails = () => browser.ask('{ keptMails(first: 5) { subject } }');
    expect((await mails()).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await security(browser))?.rightsWithheld).toBe(true);
    const secret = String((await browser.ask(START)).data['startCodeApp']?.['secret']);
    await browser.ask(CONFIRM, { input: { code: codeOf(secret) } });
    expect((await mails()).errors).toBeUndefined();
    expect((await security(browser))?.rightsWithheld).toBe(false);
    await browser.ask(OFF);
    expect((await mails()).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  describe('as a passkey', () => {
    const softPasskey = () => new SoftPasskey('https://stoa.example', 'stoa.example');
    const withPasskey = async () => {
      const person = await signedUp();
      const browser = openBrowser(world);
      await enter(browser, person.email);
      const passkey = softPasskey();
      const added = await browser.ask(ADD, { input: { name: 'Laptop', response: passkey.make(await options(browser, 'ADD')) } });
      expect(added.data['addPasskey']).toMatchObject({ done: true, userErrors: [] });
      return { ...person, browser, passkey };
    };
    const refused = { viewer: null, userErrors: [{ code: 'PASSKEY_REFUSED', path: [] }] };
    const use = async (browser: TestBrowser, passkey: SoftPasskey, lie: Lie = {}) =>
      (await browser.ask(WITH_PASSKEY, { input: { response: passkey.use(await options(browser, 'SIGN_IN'), lie) } })).data[
        'signInWithPasskey'
      ];

    it('signs in without a password, and takes the second step', async () => {
      const { email, passkey } = await withPasskey();
      expect(await use(openBrowser(world), passkey)).toEqual({ viewer: { email }, userErrors: [] });
      const browser = openBrowser(world);
      expect((await enter(browser, email)).data['signIn']?.['secondStep']).toEqual({ methods: ['PASSKEY', 'RECOVERY_CODE'] });
      const asked = JSON.parse(await options(browser, 'SIGN_IN')) as { allowCredentials: { id: string }[]; userVerification: string };
      expect(asked.allowCredentials.map(({ id }) => id)).toEqual([passkey.id.toString('base64url')]);
      expect(asked.userVerification).toBe('required');
      expect(await use(browser, passkey)).toEqual({ viewer: { email }, userErrors: [] });
      expect(await subjects(email)).toContain('A passkey was added to your account');
    });

    it('is refused from another address, for a challenge not ours, of another use or used before, without its holder, and with a counter that goes back', async () => {
      const { email, passkey, browser: own } = await withPasskey();
      const browser = openBrowser(world);
      expect(await use(browser, passkey, { origin: 'https://stoa.example.evil.example' })).toEqual(refused);
      expect(await use(browser, passkey, { challenge: Buffer.alloc(54, 7).toString('base64url') })).toEqual(refused);
      const forProof = (JSON.parse(await options(own, 'PROVE')) as { challenge: string }).challenge;
      expect(await use(browser, passkey, { challenge: forProof })).toEqual(refused);
      expect(await use(browser, passkey, { unverified: true })).toEqual(refused);
      expect(await use(browser, softPasskey())).toEqual(refused);
      const once = passkey.use(await options(browser, 'SIGN_IN'));
      expect((await browser.ask(WITH_PASSKEY, { input: { response: once } })).data['signInWithPasskey']?.['viewer']).toEqual({ email });
      expect((await openBrowser(world).ask(WITH_PASSKEY, { input: { response: once } })).data['signInWithPasskey']).toEqual(refused);
      const challenge = (JSON.parse(once) as { response: { clientDataJSON: string } }).response.clientDataJSON;
      const taken = (JSON.parse(Buffer.from(challenge, 'base64url').toString()) as { challenge: string }).challenge;
      expect(await use(openBrowser(world), passkey, { challenge: taken })).toEqual(refused);
      expect(await use(openBrowser(world), passkey, { counter: 1 })).toEqual(refused);
      for (const response of ['', 'nonsense', '{}', 'null', '{"id":"x"}'])
        expect((await browser.ask(WITH_PASSKEY, { input: { response } })).data['signInWithPasskey']).toEqual(refused);
    });

    it('is added only to the session that asked, once; is named, proves, and goes', async () => {
      const { passkey, browser, email } = await withPasskey();
      const other = openBrowser(world);
      await use(other, passkey);
      const second = softPasskey();
      const answer = second.make(await options(other, 'ADD'));
      const add = async (at: TestBrowser, response: string) =>
        (await at.ask(ADD, { input: { name: 'Key', response } })).data['addPasskey']?.['userErrors'];
      const errors = [{ code: 'PASSKEY_REFUSED', path: [] }];
      expect(await add(browser, answer)).toEqual(errors);
      expect(await add(other, answer)).toEqual([]);
      expect(await add(other, answer)).toEqual(errors);
      const [first] = (await security(other))?.security.passkeys ?? [];
      expect((await other.ask(RENAME, { input: { id: first?.id, name: 'Office', expectedVersion: 1 } })).data['renamePasskey']).toEqual({
        done: true,
        userErrors: [],
      });
      expect(
        (await other.ask(RENAME, { input: { id: first?.id, name: 'Office', expectedVersion: 1 } })).errors?.[0]?.extensions?.code,
      ).toBe('CONFLICT');
      expect((await security(other))?.security.passkeys.map(({ name }) => name)).toEqual(['Office', 'Key']);
      const stranger = await withPasskey();
      expect((await stranger.browser.ask(REMOVE, { input: { id: first?.id } })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
      const proof = { method: 'PASSKEY', answer: stranger.passkey.use(await options(other, 'PROVE')) };
      expect((await other.ask(PROVE, { input: proof })).data['prove']?.['userErrors']).toEqual(errors);
      expect((await other.ask(PROVE, { input: { ...proof, answer: second.use(await options(other, 'PROVE')) } })).data['prove']).toEqual({
        proved: true,
        userErrors: [],
      });
      expect((await other.ask(REMOVE, { input: { id: first?.id } })).data['removePasskey']).toEqual({ done: true, userErrors: [] });
      expect(await use(openBrowser(world), passkey)).toEqual(refused);
      expect(await subjects(email)).toContain('A passkey was removed from your account');
    });
  });
});
