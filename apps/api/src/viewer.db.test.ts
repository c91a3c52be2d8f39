import { openSession } from './modules/accounts/index.js';
import { countyTree, factories } from './testing/factories.js';
import { startWorld, type World } from './testing/world.js';
import { loadViewer, viewerSource } from './viewer.js';

describe('the viewer of a session', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ STOA_SECOND_FACTOR_ROLES: 'RC, AD' });
  });
  afterAll(() => world.close());

  /** Where the right to read discussions reaches, as plans read it. */
  const planned = async (token: string) => {
    const values: unknown[] = [];
    const ctx = world.app.contextForSession(token);
    const statement = viewerSource(['discussion.read'])(
      (value) => {
        values.push(value({ ctx } as never));
        return `$${String(values.length)}`;
      },
      () => true,
    );
    return world.services.db.row<{ discussion_read_all: boolean; discussion_read_scopes: string[] }>(statement, values);
  };

  it('has the rights of an appointment that asks for a second factor only with one, in requests as in plans', async () => {
    const { db } = world.services;
    const make = factories(db);
    const personId = await make.person();
    const { regionId, countyId } = await countyTree(db);
    await make.appointment({ personId, role: 'RC', scopeType: 'REGION', scopeId: regionId });
    await make.appointment({ personId, role: 'CC', scopeType: 'COUNTY', scopeId: countyId, countyId });
    const [plain, proved] = [await openSession(db, personId, 'test'), await openSession(db, personId, 'test', true)];
    const seen = async (token: string) => {
      const { viewer, me } = await loadViewer(world.services, token);
      return { roles: viewer.appointments.map(({ role }) => role).toSorted(), withheld: me?.rightsWithheld };
    };
    expect(await seen(plain)).toEqual({ roles: ['CC'], withheld: true });
    expect(await seen(proved)).toEqual({ roles: ['CC', 'RC'], withheld: false });
    expect(await planned(plain)).toMatchObject({ discussion_read_all: false, discussion_read_scopes: [countyId] });
    expect((await planned(proved))?.discussion_read_scopes.toSorted()).toEqual([regionId, countyId].toSorted());
  });
});
