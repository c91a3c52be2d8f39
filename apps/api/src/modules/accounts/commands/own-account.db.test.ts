import type { AddressInfo } from 'node:net';
import { newId } from '../../../platform/ids.js';
import { CROWD } from '../../../testing/database.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { smtpMailer } from '../../../platform/mail/mailer.js';
import { startSmtp } from '../../../testing/smtp.js';
import { hashPassword, savePassword } from '../passwords.js';
import { openSession } from '../sessions.js';

interface Errors {
  userErrors: { code: string; path: string[] }[];
}
const ASK = 'mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { requested userErrors { code path } } }';
const RESET = 'mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { viewer { email } userErrors { code path } } }';
const CHANGE = 'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { done userErrors { code path } } }';
const SESSIONS = '{ viewer { sessions(first: 10) { edges { node { id userAgent current } } } } }';
const REVOKE = 'mutation($input: RevokeSessionInput!) { revokeSession(input: $input) { done userErrors { code } } }';
const PREFERENCES = `mutation($input: UpdatePreferencesInput!) { updatePreferences(input: $input) {
  viewer { lang theme shortcuts shortcutKeys { shortcut codes } version } userErrors { code path } } }`;
const PROFILE =
  'mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { viewer { version person { displayName } } userErrors { code path } } }';
const PERSON = 'query($handle: String!) { person(handle: $handle) { displayName about email account { status } } }';
const PASSWORD = 'a long enough one';
const NEW_PASSWORD = 'another long one';

describe('one’s own account', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  beforeAll(async () => {
    world = await startWorld({ PUBLIC_URL: 'https://stoa.example' }, { connections: CROWD });
    make = factories(world.services.db);
  });
  afterAll(() => world.close());

  const withPassword = async (over: Parameters<typeof make.person>[0] = {}) => {
    const id = await make.person(over);
    await savePassword(world.services.db, id, await hashPassword(PASSWORD), world.services.clock.now());
    return id;
  };
  const liveSessions = async (personId: string) =>
    (await world.services.db.rows('SELECT 1 FROM sessions WHERE person_id = $1 AND revoked_at IS NULL', [personId])).length;

  it('gets a new password by mail, over SMTP, which ends every session', async () => {
    const smtp = await startSmtp();
    const mailer = world.services.mailer;
    world.services.mailer = smtpMailer(`smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, 'Stoa <stoa@stoa.example>');
    const id = await withPassword({ email: 'reset@example.org', name: 'Źdźbło Łucja', lang: 'pl' });
    await openSession(world.services.db, id, 'elsewhere');
    try {
      await world.as(null)(ASK, { input: { email: 'reset@example.org' } });
      await world.runJobs();
      const mail = smtp.mails[0];
      expect(mail?.subject).toBe('Wybierz nowe hasło');
      expect(mail?.from?.address).toBe('stoa@stoa.example');
      expect(mail?.to?.map((to) => to.address)).toEqual(['reset@example.org']);
      expect(mail?.text).toContain('Dzień dobry, Źdźbło Łucja,');
      const token = /https:\/\/stoa\.example\/pl\/reset\/([^\s\]]+)/.exec(mail?.text ?? '')?.[1];
      expect(mail?.html).toContain(`/pl/reset/${token}`);
      const answer = await world.as(null)<{ resetPassword: Errors }>(RESET, { input: { token, password: NEW_PASSWORD } });
      expect(answer.data.resetPassword).toEqual({ viewer: { email: 'reset@example.org' }, userErrors: [] });
      expect(await liveSessions(id)).toBe(1);
      const again = await world.as(null)<{ resetPassword: Errors }>(RESET, { input: { token, password: NEW_PASSWORD } });
      expect(again.data.resetPassword.userErrors).toEqual([{ code: 'TOKEN_USED', path: ['token'] }]);
    } finally {
      world.services.mailer = mailer;
      await smtp.close();
    }
  });

  it('answers a reset for an unknown, a suspended and a known address alike, and stops the fourth', async () => {
    await make.person({ email: 'suspended@example.org', status: 'SUSPENDED' });
    await make.person({ email: 'plain@example.org' });
    const emails = ['suspended@example.org', 'nobody@example.org', 'plain@example.org'];
    const answers = await Promise.all(emails.map((email) => world.as(null)(ASK, { input: { email } })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await world.runJobs();
    expect((await world.services.mailer.kept()).map((mail) => mail.to).filter((to) => emails.includes(to))).toEqual(['plain@example.org']);
    await world.as(null)(ASK, { input: { email: 'plain@example.org' } }, { ip: '192.0.2.1' });
    await world.as(null)(ASK, { input: { email: 'plain@example.org' } }, { ip: '192.0.2.2' });
    const fourth = await world.as(null)(ASK, { input: { email: 'plain@example.org' } }, { ip: '192.0.2.3' });
    expect(fourth.errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', limit: 'reset' });
  });

  it('changes the password with the current one and ends other sessions', async () => {
    const id = await withPassword();
    await openSession(world.services.db, id, 'elsewhere');
    const wrong = await world.as(id)<{ changePassword: Errors }>(CHANGE, {
      input: { currentPassword: 'not it', newPassword: NEW_PASSWORD },
    });
    expect(wrong.data.changePassword.userErrors).toEqual([{ code: 'CURRENT_PASSWORD_WRONG', path: ['currentPassword'] }]);
    const common = await world.as(id)<{ changePassword: Errors }>(CHANGE, {
      input: { currentPassword: PASSWORD, newPassword: 'qwertyuiop' },
    });
    expect(common.data.changePassword.userErrors).toEqual([{ code: 'PASSWORD_TOO_COMMON', path: ['newPassword'] }]);
    const changed = await world.as(id)<{ changePassword: Errors }>(CHANGE, {
      input: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD },
    });
    expect(changed.data.changePassword).toEqual({ done: true, userErrors: [] });
    expect(await liveSessions(id)).toBe(0);
    expect(
      (await world.as(null)(CHANGE, { input: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD } })).errors?.[0]?.extensions?.code,
    ).toBe('UNAUTHENTICATED');
  });

  it('lists and ends sessions, one’s own only', async () => {
    const [id, other] = [await make.person(), await make.person()];
    await openSession(world.services.db, id, 'Firefox on a library computer');
    await openSession(world.services.db, other, 'phone');
    const list = await world.as(id)<{ viewer: { sessions: { edges: { node: { id: string; userAgent: string } }[] } } }>(SESSIONS);
    expect(list.data.viewer.sessions.edges.map(({ node }) => node.userAgent)).toEqual(['test', 'Firefox on a library computer']);
    const library = list.data.viewer.sessions.edges[1]?.node.id;
    expect((await world.as(other)(REVOKE, { input: { id: library } })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await world.as(id)<{ revokeSession: unknown }>(REVOKE, { input: { id: library } })).data.revokeSession).toEqual({
      done: true,
      userErrors: [],
    });
    const cookies: string[] = [];
    await world.as(id)('mutation { signOutEverywhere { done } }', {}, { setCookie: (cookie) => cookies.push(cookie) });
    expect(cookies[0]).toMatch(/^__Host-stoa=; .*Max-Age=0/);
    expect(await liveSessions(id)).toBe(0);
  });

  it('keeps language, theme and moved shortcuts, and refuses a stale version', async () => {
    const id = await make.person();
    const input = {
      expectedVersion: 1,
      lang: 'ru',
      theme: 'dark',
      shortcuts: true,
      shortcutKeys: [{ shortcut: 'home', codes: ['KeyX', 'KeyH'] }],
    };
    const kept = await world.as(id)<{ updatePreferences: unknown }>(PREFERENCES, { input });
    expect(kept.data.updatePreferences).toEqual({
      viewer: { lang: 'ru', theme: 'dark', shortcuts: true, shortcutKeys: [{ shortcut: 'home', codes: ['KeyX', 'KeyH'] }], version: 2 },
      userErrors: [],
    });
    expect((await world.as(id)(PREFERENCES, { input })).errors?.[0]?.extensions?.code).toBe('CONFLICT');
    const part = await world.as(id)<{ updatePreferences: { viewer: object } }>(PREFERENCES, {
      input: { expectedVersion: 2, shortcuts: false },
    });
    expect(part.data.updatePreferences.viewer).toMatchObject({ lang: 'ru', theme: 'dark', shortcuts: false });
    const bad = await world.as(id)<{ updatePreferences: Errors }>(PREFERENCES, {
      input: { expectedVersion: 3, theme: 'pink', shortcutKeys: [{ shortcut: 'home', codes: ['g'] }] },
    });
    expect(bad.data.updatePreferences.userErrors).toEqual([
      { code: 'INVALID_CHOICE', path: ['theme'] },
      { code: 'INVALID', path: ['shortcutKeys', 'home', '0'] },
    ]);
  });

  it('shows of a person what the person shows, to whom the person shows it', async () => {
    const [id, other, admin] = [await make.person({ name: 'Анна', email: 'anna@example.org' }), await make.person(), await make.person()];
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: '00000000-0000-0000-0000-000000000000' });
    const handle = (await world.services.db.row<{ handle: string }>('SELECT handle FROM people WHERE id = $1', [id]))?.handle;
    const seenBy = async (viewer: string | null) => (await world.as(viewer)<{ person: unknown }>(PERSON, { handle })).data.person;
    const closed = { displayName: 'Анна', about: '', email: null, account: null };
    expect(await seenBy(null)).toBeNull();
    expect(await seenBy(other)).toEqual(closed);
    expect(await seenBy(admin)).toEqual({ ...closed, email: 'anna@example.org', account: { status: 'ACTIVE' } });
    expect(await seenBy(id)).toEqual({ ...closed, email: 'anna@example.org' });
    const input = {
      expectedVersion: 1,
      displayName: 'Анна К.',
      audience: 'EVERYONE',
      about: 'Физика',
      showsEmail: true,
      showsAffiliations: false,
      showsAppointments: false,
    };
    await world.as(id)(PROFILE, { input });
    expect(await seenBy(null)).toEqual({ displayName: 'Анна К.', about: 'Физика', email: 'anna@example.org', account: null });
    await world.as(id)(PROFILE, { input: { ...input, expectedVersion: 2, showsEmail: false } });
    expect(await seenBy(other)).toEqual({ displayName: 'Анна К.', about: 'Физика', email: null, account: null });
    await world.services.db.row(`UPDATE people SET status = 'SUSPENDED' WHERE id = $1`, [id]);
    expect(await seenBy(null)).toBeNull();
  });

  it('shows where a person works only as the person wishes', async () => {
    const [id, other] = [await make.person({ name: 'Works somewhere' }), await make.person()];
    const countyId = (await countyTree(world.services.db)).countyId;
    const schoolId = await make.school({ countyId, name: 'Harbour Primary 7' });
    for (const state of ['CONFIRMED', 'CLAIMED'])
      await make.insert('affiliations', {
        id: newId(),
        person_id: id,
        school_id: schoolId,
        county_id: countyId,
        profession: 'TEACHER',
        state,
        starts_on: '2026-09-01',
      });
    const handle = (await world.services.db.row<{ handle: string }>('SELECT handle FROM people WHERE id = $1', [id]))?.handle;
    const seenBy = async (viewer: string | null) =>
      (
        await world.as(viewer)<{ person: { affiliations: unknown[] } | null }>(
          'query($handle: String!) { person(handle: $handle) { affiliations { state school { name } } } }',
          { handle },
        )
      ).data.person?.affiliations;
    const school = { name: 'Harbour Primary 7' };
    expect(await seenBy(id)).toHaveLength(2);
    expect(await seenBy(other)).toEqual([]);
    await world.as(id)(PROFILE, {
      input: {
        expectedVersion: 1,
        displayName: 'Works somewhere',
        audience: 'EVERYONE',
        about: '',
        showsEmail: false,
        showsAffiliations: true,
        showsAppointments: false,
      },
    });
    expect(await seenBy(other)).toEqual([{ state: 'CONFIRMED', school }]);
    expect(await seenBy(null)).toEqual([{ state: 'CONFIRMED', school }]);
  });

  it('has no demo accounts and shows no mails where there is no demo', async () => {
    const admin = await make.person();
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: '00000000-0000-0000-0000-000000000000' });
    expect((await world.as(null)('{ demoAccounts { email } }')).data).toEqual({ demoAccounts: [] });
    expect((await world.as(admin)('{ keptMails(first: 5) { subject } }')).data).toEqual({ keptMails: null });
    expect((await world.as(await make.person())('{ keptMails(first: 5) { subject } }')).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});
