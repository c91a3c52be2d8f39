import { verifyAudit } from '../../../platform/audit/verify.js';
import { factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { erasePerson } from '../../privacy/erasure/erase-person.js';
import { openSession } from '../sessions.js';

interface Errors {
  userErrors: { code: string; path: string[] }[];
}
const ASK = 'mutation($input: EmailChangeInput!) { requestEmailChange(input: $input) { requested userErrors { code path } } }';
const CONFIRM = 'mutation($input: TokenInput!) { confirmEmailChange(input: $input) { email userErrors { code path } } }';
const UNDO = 'mutation($input: TokenInput!) { undoEmailChange(input: $input) { email userErrors { code path } } }';
const RENAME = 'mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { userErrors { code path } } }';
const CLOSE = 'mutation { deactivateAccount { done userErrors { code } } }';
const RESET_ASK = 'mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { requested } }';
const RESET = 'mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { viewer { email } userErrors { code } } }';
const ADMIN = 'mutation($input: ChangePersonStatusInput!) { deactivatePerson(input: $input) { person { id } userErrors { code } } }';
const REOPEN = 'mutation($input: ChangePersonStatusInput!) { reactivatePerson(input: $input) { person { id } userErrors { code } } }';

describe('what becomes of an account', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  beforeAll(async () => {
    world = await startWorld({ PUBLIC_URL: 'https://stoa.example' });
    make = factories(world.services.db);
  });
  afterAll(() => world.close());

  const emailOf = async (id: string) =>
    (await world.services.db.row<{ email: string }>('SELECT email FROM people WHERE id = $1', [id]))?.email;
  const alive = async (id: string) =>
    (await world.services.db.rows('SELECT 1 FROM sessions WHERE person_id = $1 AND revoked_at IS NULL', [id])).length;
  const ask = (id: string, email: string) => world.as(id)<{ requestEmailChange: Errors }>(ASK, { input: { email } });
  const confirm = async (token: string) =>
    (await world.as(null)<{ confirmEmailChange: Errors }>(CONFIRM, { input: { token } })).data.confirmEmailChange;
  const undo = async (token: string) =>
    (await world.as(null)<{ undoEmailChange: Errors }>(UNDO, { input: { token } })).data.undoEmailChange;
  /** The link of the newest mail to an address. */
  const linkTo = async (email: string, page: string): Promise<string> => {
    await world.runJobs();
    const [mail] = (await world.services.mailer.kept()).filter(({ to }) => to === email);
    return new RegExp(`/en/${page}/([^\\s\\]/]+)`).exec(mail?.text ?? '')?.[1] ?? '';
  };

  it('has another address once the link to it was followed, and the old one may take it back', async () => {
    const id = await make.person({ email: 'old@example.org' });
    expect((await ask(id, ' New@Example.org')).data.requestEmailChange).toEqual({ requested: true, userErrors: [] });
    expect(await emailOf(id)).toBe('old@example.org');
    const link = await linkTo('new@example.org', 'email');
    await openSession(world.services.db, id, 'elsewhere');
    expect(await confirm(link)).toEqual({ email: 'new@example.org', userErrors: [] });
    expect(await confirm(link)).toEqual({ email: null, userErrors: [{ code: 'TOKEN_USED', path: ['token'] }] });
    expect(await alive(id)).toBe(0);
    const back = await linkTo('old@example.org', 'email/undo');
    await openSession(world.services.db, id, 'the thief');
    expect(await undo(back)).toEqual({ email: 'old@example.org', userErrors: [] });
    expect([await emailOf(id), await alive(id)]).toEqual(['old@example.org', 0]);
    expect(await linkTo('old@example.org', 'reset')).not.toBe('');
  });

  it('is not taken over by a thief’s own way back', async () => {
    const id = await make.person({ email: 'a@example.org' });
    await ask(id, 'b@example.org');
    await confirm(await linkTo('b@example.org', 'email'));
    const ownersWay = await linkTo('a@example.org', 'email/undo');
    await ask(id, 'c@example.org');
    await confirm(await linkTo('c@example.org', 'email'));
    const thiefsWay = await linkTo('b@example.org', 'email/undo');
    expect((await undo(ownersWay)).userErrors).toEqual([]);
    expect((await undo(thiefsWay)).userErrors).toEqual([{ code: 'TOKEN_USED', path: ['token'] }]);
    expect(await emailOf(id)).toBe('a@example.org');
  });

  it('keeps both addresses and names beside the audit log, where they can be erased, and none in it', async () => {
    const { db } = world.services;
    const id = await make.person({ name: 'Old Name', email: 'before@example.org' });
    await ask(id, 'after@example.org');
    await confirm(await linkTo('after@example.org', 'email'));
    const profile = { about: '', audience: 'EVERYONE', showsAffiliations: false, showsAppointments: false, showsEmail: false };
    const renamed = await world.as(id)(RENAME, { input: { displayName: 'New Name', expectedVersion: 2, ...profile } });
    expect(renamed).toMatchObject({ data: { updateProfile: { userErrors: [] } } });
    const beside = () => db.rows<{ content: unknown }>('SELECT content FROM audit_personal WHERE person_id = $1 ORDER BY audit_id', [id]);
    expect(await beside()).toEqual([
      { content: JSON.stringify({ before: 'before@example.org', after: 'after@example.org' }) },
      { content: JSON.stringify({ before: 'Old Name', after: 'New Name' }) },
    ]);
    const within = await db.row<{ text: string }>(`SELECT string_agg(l::text, ' ') AS text FROM audit_log l WHERE subject_id = $1`, [id]);
    expect(within?.text).not.toMatch(/Name|example\.org/);
    await erasePerson(world.services, id, { at: world.services.clock.now(), withdrawsWords: false });
    expect(await beside()).toEqual([]);
    expect(await verifyAudit(db, [], () => undefined)).toMatchObject({ broken: null });
  });

  it('answers alike for an address that has an account, and tells its owner', async () => {
    const [id, other] = [await make.person(), await make.person({ email: 'taken@example.org' })];
    expect(await ask(id, 'taken@example.org')).toEqual(await ask(id, 'free@example.org'));
    await world.runJobs();
    const mails = (await world.services.mailer.kept()).filter(({ to }) => to === 'taken@example.org');
    expect(mails.map(({ subject }) => subject)).toEqual(['You already have an account']);
    expect(await emailOf(other)).toBe('taken@example.org');
  });

  it('lets one of two have an address that both were sent a link to', async () => {
    const people = [await make.person(), await make.person()];
    const links: string[] = [];
    for (const id of people) {
      await ask(id, 'race@example.org');
      links.push(await linkTo('race@example.org', 'email'));
    }
    const codes = (await Promise.all(links.map(confirm))).map(({ userErrors }) => userErrors[0]?.code ?? 'done');
    expect(codes.toSorted()).toEqual(['ALREADY_REGISTERED', 'done']);
  });

  it('refuses what is no address or the same one, and asks for a fresh proof', async () => {
    const id = await make.person({ email: 'same@example.org' });
    expect((await ask(id, 'same@example.org')).data.requestEmailChange.userErrors).toEqual([{ code: 'SAME_EMAIL', path: ['email'] }]);
    expect((await ask(id, 'no address')).data.requestEmailChange.userErrors).toEqual([{ code: 'INVALID_EMAIL', path: ['email'] }]);
    const me = { personId: id, sessionId: id, lang: 'en' as const, provedRecently: false, rightsWithheld: false, mustAgree: false };
    const stale = world.app.contextFor({ viewer: { personId: id, appointments: [], memberships: [] }, me });
    for (const [query, variables] of [
      [ASK, { input: { email: 'x@example.org' } }],
      [CLOSE, {}],
    ] as const)
      expect((await world.app.graphql.execute(stale, { query, variables })).errors?.[0]?.extensions?.['code']).toBe('PROOF_REQUIRED');
  });

  it('is closed by its owner at once, and opened by a new password', async () => {
    const id = await make.person({ email: 'closing@example.org' });
    await openSession(world.services.db, id, 'elsewhere');
    expect((await world.as(id)(CLOSE)).data).toEqual({ deactivateAccount: { done: true, userErrors: [] } });
    expect(await alive(id)).toBe(0);
    await world.runJobs();
    const subjects = (await world.services.mailer.kept()).filter(({ to }) => to === 'closing@example.org').map(({ subject }) => subject);
    expect(subjects).toEqual(['Your account is closed']);
    await world.as(null)(RESET_ASK, { input: { email: 'closing@example.org' } });
    const token = await linkTo('closing@example.org', 'reset');
    const reset = await world.as(null)<{ resetPassword: unknown }>(RESET, { input: { token, password: 'three words of mine' } });
    expect(reset.data.resetPassword).toEqual({ viewer: { email: 'closing@example.org' }, userErrors: [] });
  });

  it('stays closed where an administrator closed it, until an administrator opens it', async () => {
    const [id, admin] = [await make.person({ email: 'left@example.org' }), await make.person()];
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: '00000000-0000-0000-0000-000000000000' });
    const input = { id: `Person_${id}`, expectedVersion: 1 };
    expect((await world.as(await make.person())(ADMIN, { input })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await world.as(admin)(ADMIN, { input })).data).toEqual({
      deactivatePerson: { person: { id: `Person_${id}` }, userErrors: [] },
    });
    await world.as(null)(RESET_ASK, { input: { email: 'left@example.org' } });
    expect(await linkTo('left@example.org', 'reset')).toBe('');
    const opened = await world.as(admin)<{ reactivatePerson: Errors }>(REOPEN, { input: { ...input, expectedVersion: 2 } });
    expect(opened.data.reactivatePerson.userErrors).toEqual([]);
  });
});
