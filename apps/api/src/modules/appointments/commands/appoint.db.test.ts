import { CROWD } from '../../../testing/database.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { readPdf } from '../../../testing/pdf-text.js';
import { startWorld, type World } from '../../../testing/world.js';

interface Made {
  appoint: {
    appointment: { id: string; state: string; version: number; letter: { path: string } | null; viewerCan: { end: boolean } } | null;
    invited: boolean | null;
    userErrors: { code: string; path: string[] }[];
  };
}
interface Ended {
  endAppointment: { appointment: { state: string; endReason: string | null } | null; userErrors: { code: string; path: string[] }[] };
}
const APPOINT = `mutation($input: AppointInput!) { appoint(input: $input) { invited
  appointment { id state version letter { path } viewerCan { end } } userErrors { code path } } }`;
const END =
  'mutation($input: EndAppointmentInput!) { endAppointment(input: $input) { appointment { state endReason } userErrors { code path } } }';
const NIL = '00000000-0000-0000-0000-000000000000';

describe('appointing and ending', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let place: { regionId: string; countyId: string };
  let coordinator: string;
  let network: string;

  beforeAll(async () => {
    world = await startWorld({ PUBLIC_URL: 'https://stoa.example' }, { connections: CROWD });
    make = factories(world.services.db);
    place = await countyTree(world.services.db);
    coordinator = await make.person({ name: 'County Coordinator' });
    await make.appointment({ personId: coordinator, role: 'CC', scopeType: 'COUNTY', scopeId: place.countyId, countyId: place.countyId });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    network = await make.network({ countyId: place.countyId, name: 'Περιβάλλον' });
    await world.services.db.row('UPDATE networks SET vacant_since = $2 WHERE id = $1', [network, world.services.clock.now()]);
  });

  const input = (over: Record<string, unknown> = {}) => ({
    role: 'NC',
    scopeId: `Network_${network}`,
    startsOn: '2026-11-24',
    endsOn: '2027-08-31',
    ...over,
  });
  const appoint = (by: string | null, over: Record<string, unknown>) => world.as(by)<Made>(APPOINT, { input: input(over) });
  const appointed = async (over: Record<string, unknown> = {}) => {
    const personId = await make.person({ lang: 'el', name: 'Νίκος' });
    const { data } = await appoint(coordinator, { personId: `Person_${personId}`, ...over });
    return { personId, appointment: data.appoint.appointment };
  };
  const vacantSince = async () =>
    (await world.services.db.row<{ vacant_since: string | null }>('SELECT vacant_since FROM networks WHERE id = $1', [network]))
      ?.vacant_since;
  const roles = async (personId: string) =>
    (await world.as(personId)<{ viewer: { appointments: { role: string }[] } }>('{ viewer { appointments { role } } }')).data.viewer
      .appointments;

  it('gives the role at once, fills the vacancy, writes the letter in the person’s language and tells the person', async () => {
    const { personId, appointment } = await appointed({ note: 'Για τη σχολική χρονιά' });
    expect(appointment).toMatchObject({ state: 'CURRENT', letter: null, viewerCan: { end: true } });
    expect(await vacantSince()).toBeNull();
    expect(await roles(personId)).toEqual([{ role: 'NC' }]);
    await world.runJobs();
    const file = await world.services.db.row<{ storage_key: string; name: string }>(
      'SELECT f.storage_key, f.name FROM files f JOIN appointments a ON a.letter_file_id = f.id WHERE a.person_id = $1',
      [personId],
    );
    expect(file?.name).toBe('apofasi-orismou.pdf');
    const parts: Buffer[] = [];
    for await (const part of await world.services.files.get(file?.storage_key ?? '')) parts.push(part as Buffer);
    const pdf = readPdf(Buffer.concat(parts));
    expect([pdf.tagged, pdf.lang, pdf.title]).toEqual([true, 'el', 'Απόφαση ορισμού']);
    expect(pdf.text).toContain(
      'Ορίζεται: Νίκος, με την ιδιότητα «συντονιστής/-τρια δικτύου», από 24 Νοεμβρίου 2026 έως 31 Αυγούστου 2027.',
    );
    expect(pdf.text).toContain('Παρατήρηση: Για τη σχολική χρονιά');
    const subjects = (await world.services.mailer.kept()).map((mail) => mail.subject);
    expect(subjects).toContain('Ορισμός: Περιβάλλον');
  });

  it('invites somebody without an account in the same act; accepting gives the account with the role', async () => {
    const { data } = await appoint(coordinator, { email: 'new@example.org', name: 'Nowa Osoba', lang: 'pl' });
    expect(data.appoint).toMatchObject({ invited: true, userErrors: [] });
    await world.runJobs();
    const mail = (await world.services.mailer.kept()).find(({ to }) => to === 'new@example.org');
    expect(mail?.text).toContain('Powierzona funkcja: koordynacja sieci, Περιβάλλον.');
    const token = /\/pl\/join\/([^\s\]]+)/.exec(mail?.text ?? '')?.[1];
    const page = await world.as(null)(
      'query($token: String!) { accountToken(kind: INVITATION, token: $token) { state email name reason } }',
      { token },
    );
    expect(page.data).toEqual({
      accountToken: {
        state: 'OPEN',
        email: 'new@example.org',
        name: 'Nowa Osoba',
        reason: 'You are appointed as network coordinator: Περιβάλλον.',
      },
    });
    const accepted = await world.as(null)<{
      acceptInvitation: { landing: string; viewer: { appointments: { role: string; scope: { name: string } }[] } };
    }>(
      `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { landing viewer { appointments { role scope { name } } } userErrors { code path } } }`,
      { input: { token, name: 'Nowa Osoba', password: 'zażółć gęślą jaźń', lang: 'pl' } },
    );
    expect(accepted.data.acceptInvitation).toMatchObject({
      viewer: { appointments: [{ role: 'NC', scope: { name: 'Περιβάλλον' } }] },
      userErrors: [],
    });
    expect(accepted.data.acceptInvitation.landing).toMatch(/^\/networks\//);
  });

  it('takes a successor only from the day after', async () => {
    await appointed();
    const successor = await make.person();
    const taken = await appoint(coordinator, { personId: `Person_${successor}`, startsOn: '2027-08-31', endsOn: null });
    expect(taken.data.appoint.userErrors).toEqual([{ code: 'POST_TAKEN', path: ['startsOn'] }]);
    const next = await appoint(coordinator, { personId: `Person_${successor}`, startsOn: '2027-09-01', endsOn: null });
    expect(next.data.appoint.appointment?.state).toBe('PLANNED');
    expect(await roles(successor)).toEqual([]);
  });

  it('lets one of two win who appoint at once', async () => {
    const other = await make.person();
    await make.appointment({ personId: other, role: 'CC', scopeType: 'COUNTY', scopeId: place.countyId, countyId: place.countyId });
    const people = [await make.person(), await make.person()];
    const answers = await Promise.all([
      appoint(coordinator, { personId: `Person_${people[0]}` }),
      appoint(other, { personId: `Person_${people[1]}` }),
    ]);
    const codes = answers.map((answer) => answer.data.appoint.userErrors[0]?.code ?? 'ok').sort();
    expect(codes).toEqual(['POST_TAKEN', 'ok']);
  });

  it('makes one appointment and one invitation of 50 parallel sends of one form', async () => {
    const one = { email: 'fifty@example.org', name: 'Fifty', clientMutationId: 'form-50' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => appoint(coordinator, one)));
    expect(new Set(answers.map((answer) => answer.data.appoint.appointment?.id)).size).toBe(1);
    const rows = await world.services.db.rows('SELECT 1 FROM appointments WHERE scope_id = $1', [network]);
    const tokens = await world.services.db.rows(`SELECT 1 FROM account_tokens WHERE email = 'fifty@example.org'`);
    expect([rows.length, tokens.length]).toEqual([1, 1]);
    const other = await appoint(coordinator, { ...one, name: 'Somebody else' });
    expect(other.errors?.[0]?.extensions?.code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it.each([
    ['ends before it starts', { endsOn: '2026-11-01' }, 'ENDS_BEFORE_START', ['endsOn']],
    ['is over', { startsOn: '2026-01-01', endsOn: '2026-02-01' }, 'TERM_OVER', ['endsOn']],
    ['starts on no day', { startsOn: '2026-02-30' }, 'INVALID_DATE', ['startsOn']],
    ['has no such person', { personId: `Person_${NIL}` }, 'PERSON_UNKNOWN', ['personId']],
    ['has no address', { email: 'not an address', name: 'X' }, 'INVALID_EMAIL', ['email']],
  ])('refuses a term that %s', async (_what, over, code, path) => {
    const personId = 'email' in over ? {} : { personId: `Person_${await make.person()}` };
    const { data } = await appoint(coordinator, { ...personId, ...over });
    expect(data.appoint.userErrors).toEqual([{ code, path }]);
  });

  it('refuses whoever is suspended', async () => {
    const { data } = await appoint(coordinator, { personId: `Person_${await make.person({ status: 'SUSPENDED' })}` });
    expect(data.appoint.userErrors).toEqual([{ code: 'PERSON_NOT_ACTIVE', path: ['personId'] }]);
  });

  it('ends at once with a reason, keeps the history and makes the post vacant; the open page can do nothing any more', async () => {
    const { personId, appointment } = await appointed();
    const mine = { id: appointment?.id, expectedVersion: appointment?.version, reason: 'Moved to another county' };
    expect((await world.as(personId)(END, { input: mine })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const ended = await world.as(coordinator)<Ended>(END, { input: mine });
    expect(ended.data.endAppointment).toEqual({ appointment: { state: 'ENDED', endReason: 'Moved to another county' }, userErrors: [] });
    expect(await vacantSince()).not.toBeNull();
    expect(await roles(personId)).toEqual([]);
    const history = await world.as(personId)<{ appointments: { edges: { node: { state: string } }[] } }>(
      '{ appointments(first: 5) { edges { node { state } } } }',
    );
    expect(history.data.appointments.edges).toEqual([{ node: { state: 'ENDED' } }]);
    await world.runJobs();
    const mail = (await world.services.mailer.kept())[0];
    expect(mail?.text).toContain('Αιτιολογία: Moved to another county');
    expect((await world.as(coordinator)(END, { input: mine })).errors?.[0]?.extensions?.code).toBe('CONFLICT');
    const again = await world.as(coordinator)<Ended>(END, { input: { ...mine, expectedVersion: (mine.expectedVersion ?? 0) + 1 } });
    expect(again.data.endAppointment.userErrors).toEqual([{ code: 'ALREADY_ENDED', path: [] }]);
  });

  it('lets the coordinator whose own post ended do nothing in an open page', async () => {
    const late = await make.person();
    const post = await make.appointment({
      personId: late,
      role: 'CC',
      scopeType: 'COUNTY',
      scopeId: place.countyId,
      countyId: place.countyId,
    });
    const { appointment } = await appointed();
    await world.services.db.row('UPDATE appointments SET revoked_at = $2 WHERE id = $1', [post, world.services.clock.now()]);
    const ending = await world.as(late)(END, { input: { id: appointment?.id, expectedVersion: appointment?.version, reason: 'too late' } });
    expect(ending.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await appoint(late, { personId: `Person_${await make.person()}` })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('notices by the clock what begins and ends, once, also after a gap', async () => {
    const start = world.services.clock.now();
    const { personId } = await appointed({ endsOn: '2026-11-26' });
    const successor = await make.person({ lang: 'ru' });
    await appoint(coordinator, { personId: `Person_${successor}`, startsOn: '2026-11-28', endsOn: null });
    const { noticeTerms } = await import('../notice-terms.js');
    const at = async (instant: string) => {
      world.services.clock.moveTo(new Date(instant));
      await noticeTerms({}, world.services);
      await noticeTerms({}, world.services);
      await world.runJobs();
    };
    await at('2026-11-26T21:00:00+02:00');
    expect(await vacantSince()).toBeNull();
    await at('2026-11-27T00:30:00+02:00');
    expect(await vacantSince()).toBe('2026-11-26T22:30:00Z');
    expect(await roles(personId)).toEqual([]);
    await at('2026-12-03T00:30:00+02:00');
    expect(await vacantSince()).toBeNull();
    expect(await roles(successor)).toEqual([{ role: 'NC' }]);
    const ended = (await world.services.mailer.kept()).filter(({ subject }) => subject === 'Η θητεία σας έληξε: Περιβάλλον');
    expect(ended.filter(({ text }) => text.includes('26 Νοεμβρίου 2026'))).toHaveLength(1);
    world.services.clock.moveTo(start);
  });

  it('keeps one administrator', async () => {
    const admin = await make.person();
    const id = await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: NIL });
    const end = () => world.as(admin)<Ended>(END, { input: { id: `Appointment_${id}`, expectedVersion: 1, reason: 'I leave' } });
    expect((await end()).data.endAppointment.userErrors).toEqual([{ code: 'LAST_ADMINISTRATOR', path: [] }]);
    const second = await appoint(admin, { role: 'AD', scopeId: null, personId: `Person_${await make.person()}`, endsOn: null });
    expect(second.data.appoint.userErrors).toEqual([]);
    expect((await end()).data.endAppointment.appointment?.state).toBe('ENDED');
  });
});
