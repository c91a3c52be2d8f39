import { startWorld, type Answer, type World } from '../../../testing/world.js';
import { factories } from '../../../testing/factories.js';

interface Errors {
  userErrors: { code: string; path: string[] }[];
}
const SIGN_UP = 'mutation($input: SignUpInput!) { signUp(input: $input) { requested userErrors { code path } } }';
const CONFIRM =
  'mutation($input: ConfirmSignUpInput!) { confirmSignUp(input: $input) { landing viewer { email lang person { displayName handle } } userErrors { code path } } }';
const TOKEN = 'query($token: String!) { accountToken(kind: SIGN_UP, token: $token) { state email name lang } }';
const NEW_LINK = 'mutation($input: TokenInput!) { requestNewLink(input: $input) { requested userErrors { code path } } }';
const PASSWORD = 'μακρύς κωδικός 7';

describe('signing up', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ PUBLIC_URL: 'https://stoa.example' });
  });
  afterAll(() => world.close());

  const signUp = (email: string, over: Record<string, unknown> = {}, ip = '192.0.2.7') =>
    world.as(null)<{ signUp: Errors & { requested: boolean } }>(
      SIGN_UP,
      { input: { name: 'Ελένη Παπαδοπούλου', email, lang: 'el', ...over } },
      { ip },
    );
  const mailsTo = async (email: string) => (await world.services.mailer.kept()).filter((mail) => mail.to === email);
  const linkOf = (text: string, page: string) => new RegExp(`https://stoa\\.example/el/${page}/([^\\s\\]]+)`).exec(text)?.[1] ?? '';

  it('makes the account once the address is confirmed, and signs its owner in', async () => {
    const asked = await signUp(' Eleni@Example.ORG ');
    expect(asked).toEqual({ data: { signUp: { requested: true, userErrors: [] } } });
    await world.runJobs();
    const [mail] = await mailsTo('eleni@example.org');
    expect(mail?.subject).toBe('Επιβεβαιώστε τη διεύθυνσή σας');
    const token = linkOf(mail?.text ?? '', 'confirm');
    const jobs = await world.services.db.rows<{ payload: string }>('SELECT payload::text FROM graphile_worker._private_jobs');
    expect(JSON.stringify(jobs)).not.toContain(token.split('.')[1]);
    expect((await world.as(null)(TOKEN, { token })).data).toEqual({
      accountToken: { state: 'OPEN', email: 'eleni@example.org', name: 'Ελένη Παπαδοπούλου', lang: 'el' },
    });

    const weak = await world.as(null)<{ confirmSignUp: Errors }>(CONFIRM, { input: { token, password: 'short' } });
    expect(weak.data.confirmSignUp.userErrors).toEqual([{ code: 'TOO_SHORT', path: ['password'] }]);
    const cookies: string[] = [];
    const confirmed = await world.as(null)(
      CONFIRM,
      { input: { token, password: PASSWORD } },
      { setCookie: (cookie) => cookies.push(cookie) },
    );
    expect(confirmed.data).toEqual({
      confirmSignUp: {
        landing: '/home',
        viewer: { email: 'eleni@example.org', lang: 'el', person: { displayName: 'Ελένη Παπαδοπούλου', handle: 'eleni-papadopoulou' } },
        userErrors: [],
      },
    });
    expect(cookies[0]).toMatch(/^__Host-stoa=/);
    const again = await world.as(null)<{ confirmSignUp: Errors }>(CONFIRM, { input: { token, password: PASSWORD } });
    expect(again.data.confirmSignUp.userErrors).toEqual([{ code: 'TOKEN_USED', path: ['token'] }]);
    expect((await world.as(null)(TOKEN, { token })).data).toEqual({ accountToken: { state: 'USED', email: null, name: null, lang: null } });
  });

  it('answers alike for a known address, and tells its owner by mail', async () => {
    await factories(world.services.db).person({ email: 'known@example.org', lang: 'el' });
    const known = await signUp('known@example.org');
    const unknown = await signUp('unknown@example.org');
    expect(known).toEqual(unknown);
    await world.runJobs();
    expect((await mailsTo('known@example.org')).map((mail) => mail.subject)).toEqual(['Έχετε ήδη λογαριασμό']);
  });

  it('invites anew whoever was invited before', async () => {
    await factories(world.services.db).person({ email: 'invited@example.org', lang: 'el', status: 'INVITED' });
    await signUp('invited@example.org');
    await world.runJobs();
    expect((await mailsTo('invited@example.org')).map((mail) => mail.subject)).toEqual(['Πρόσκληση στο Stoa']);
  });

  it('sends one mail for one form, however often it is sent', async () => {
    const ips = Array.from({ length: 3 }, (_, i) => `198.51.100.${i}`);
    const answers = await Promise.all(ips.map((ip) => signUp('twice@example.org', { clientMutationId: 'one-form' }, ip)));
    expect(answers.map((answer) => answer.errors)).toEqual([undefined, undefined, undefined]);
    await world.runJobs();
    expect(await mailsTo('twice@example.org')).toHaveLength(1);
  });

  it('says what is wrong with each field and repeats nothing', async () => {
    const answer = await signUp('nobody', { name: ' ', lang: 'xx' });
    expect(answer.data.signUp.userErrors).toEqual([
      { code: 'REQUIRED', path: ['name'] },
      { code: 'INVALID_EMAIL', path: ['email'] },
      { code: 'INVALID_LANGUAGE', path: ['lang'] },
    ]);
  });

  it('stops the fourth request for one address in an hour', async () => {
    let last: Answer<unknown> = { data: null };
    for (let i = 0; i < 4; i++) last = await signUp('often@example.org', {}, `203.0.113.${i}`);
    expect(last.errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', limit: 'signUp' });
  });

  it('sends a new link in place of one that expired, and only to its address', async () => {
    await signUp('late@example.org');
    await world.runJobs();
    const token = linkOf((await mailsTo('late@example.org'))[0]?.text ?? '', 'confirm');
    const start = world.services.clock.now();
    world.services.clock.moveTo(new Date(start.getTime() + 49 * 3_600_000));
    const late = await world.as(null)<{ confirmSignUp: Errors }>(CONFIRM, { input: { token, password: PASSWORD } });
    expect(late.data.confirmSignUp.userErrors).toEqual([{ code: 'TOKEN_EXPIRED', path: ['token'] }]);
    await world.as(null)(NEW_LINK, { input: { token } });
    await world.runJobs();
    const mails = await mailsTo('late@example.org');
    expect(mails).toHaveLength(2);
    const second = linkOf(mails[0]?.text ?? '', 'confirm');
    expect(second).not.toBe(token);
    const confirmed = await world.as(null)<{ confirmSignUp: Errors }>(CONFIRM, { input: { token: second, password: PASSWORD } });
    expect(confirmed.data.confirmSignUp.userErrors).toEqual([]);
    world.services.clock.moveTo(start);
  });

  it.each(['', 'x', `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.${'A'.repeat(43)}`])(
    'refuses the forged link "%s"',
    async (token) => {
      const answer = await world.as(null)<{ confirmSignUp: Errors }>(CONFIRM, { input: { token, password: PASSWORD } });
      expect(answer.data.confirmSignUp.userErrors).toEqual([{ code: 'TOKEN_UNKNOWN', path: ['token'] }]);
    },
  );
});
