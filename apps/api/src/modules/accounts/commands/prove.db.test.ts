import { CROWD } from '../../../testing/database.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { hashPassword, savePassword } from '../passwords.js';
import { openSession } from '../sessions.js';

const PROVE = 'mutation($input: ProveInput!) { prove(input: $input) { proved userErrors { code path } } }';
const SUSPEND =
  'mutation($input: ChangePersonStatusInput!) { suspendPerson(input: $input) { person { displayName } userErrors { code } } }';
const APPOINT = 'mutation($input: AppointInput!) { appoint(input: $input) { appointment { id } userErrors { code path } } }';
const EXPORT = 'mutation($input: StartExportInput!) { startExport(input: $input) { export { id } userErrors { code } } }';
const PASSWORD = 'a long enough one';

describe('a recent proof', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let admin: string;
  beforeAll(async () => {
    world = await startWorld({}, { connections: CROWD });
    make = factories(world.services.db);
    admin = await make.person({ email: 'admin@example.org' });
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: '00000000-0000-0000-0000-000000000000' });
    await savePassword(world.services.db, admin, await hashPassword(PASSWORD), world.services.clock.now());
  });
  afterAll(() => world.close());

  /** A session whose last proof is that old, and what its requests answer. */
  const session = async (personId: string, minutes: number) => {
    const token = await openSession(world.services.db, personId, 'test');
    await world.services.db.row(
      `UPDATE sessions SET proved_at = clock_timestamp() - make_interval(mins => $2) WHERE person_id = $1 AND revoked_at IS NULL`,
      [personId, minutes],
    );
    return async (query: string, variables: Record<string, unknown> = {}, ip = '127.0.0.1') =>
      (await world.app.graphql.execute(world.app.contextForSession(token, 'en', { ip }), { query, variables })) as {
        data: Record<string, Record<string, unknown>>;
        errors?: { extensions?: { code?: string } }[];
      };
  };

  it('is asked for before dangerous acts, holds for fifteen minutes, and is given by the password', async () => {
    const ask = await session(admin, 16);
    const { countyId } = await countyTree(world.services.db);
    const victim = await make.person();
    const acts: [string, Record<string, unknown>][] = [
      [SUSPEND, { input: { id: `Person_${victim}`, expectedVersion: 1 } }],
      [APPOINT, { input: { role: 'AD', personId: `Person_${victim}`, startsOn: '2026-11-24' } }],
      [EXPORT, { input: { format: 'PDF', countyId: `Territory_${countyId}`, year: '2026/27' } }],
    ];
    for (const [query, variables] of acts) expect((await ask(query, variables)).errors?.[0]?.extensions?.code).toBe('PROOF_REQUIRED');
    expect((await ask('mutation { signOutEverywhere { done } }')).errors?.[0]?.extensions?.code).toBe('PROOF_REQUIRED');
    expect((await ask('{ viewer { proofMethods } }')).data).toEqual({ viewer: { proofMethods: ['PASSWORD'] } });
    expect((await ask(PROVE, { input: { method: 'PASSWORD', answer: 'wrong' } })).data['prove']).toEqual({
      proved: null,
      userErrors: [{ code: 'CURRENT_PASSWORD_WRONG', path: ['answer'] }],
    });
    expect((await ask(PROVE, { input: { method: 'PASSWORD', answer: PASSWORD } })).data['prove']).toEqual({ proved: true, userErrors: [] });
    for (const [query, variables] of acts) expect((await ask(query, variables)).errors).toBeUndefined();
  });

  it('proves one session only, and tells nobody of what they may not do', async () => {
    const [proving, stale] = [await session(admin, 16), await session(admin, 16)];
    const input = { id: `Person_${await make.person()}`, expectedVersion: 1 };
    await proving(PROVE, { input: { method: 'PASSWORD', answer: PASSWORD } });
    expect((await stale(SUSPEND, { input })).errors?.[0]?.extensions?.code).toBe('PROOF_REQUIRED');
    expect((await proving(SUSPEND, { input })).errors).toBeUndefined();
    const teacher = await session(await make.person(), 16);
    expect((await teacher(SUSPEND, { input })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('is guessed no more often than a password at sign-in', async () => {
    const ask = await session(admin, 16);
    const guesses = await Promise.all(
      Array.from({ length: 40 }, () => ask(PROVE, { input: { method: 'PASSWORD', answer: 'wrong' } }, '192.0.2.9')),
    );
    expect(guesses.filter(({ errors }) => errors === undefined)).toHaveLength(5);
  });
});
