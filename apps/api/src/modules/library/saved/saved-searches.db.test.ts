import { toGlobalId } from '../../../platform/ids.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { takeInResources } from '../index/take-in-resources.js';
import { serveSearchFeed } from './feed.js';
import { stopUrl } from './search-links.js';
import { sendSearchMail, tellSavedSearches } from './search-mails.js';

const FIELDS = 'savedSearch { id name query mail feedUrl chosen { facet values } } userErrors { code path }';

interface Saved {
  savedSearch: { id: string; name: string; mail: string; feedUrl: string; chosen: { facet: string; values: string[] }[] } | null;
  userErrors: { code: string; path: string[] }[];
}

describe('saved searches', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let countyId: string;
  let networkId: string;
  let member: string;
  let stranger: string;

  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    ({ countyId } = await countyTree(world.services.db));
    networkId = await make.network({ countyId });
    member = await make.person({ name: 'Maria' });
    stranger = await make.person({ name: 'Jan' });
    await make.member({ networkId, countyId, personId: member });
    await make.resource({ territoryId: countyId, title: 'Old kites', kind: 'GUIDE', at: '2026-11-20T08:00:00Z' });
    await takeInResources(world.services);
  });
  afterAll(() => world.close());

  const save = async (who: string, input: object): Promise<Saved> =>
    (
      await world.as(who)<{ saveSearch: Saved }>(`mutation($input: SaveSearchInput!) { saveSearch(input: $input) { ${FIELDS} } }`, {
        input: { name: 'Kites', query: 'kite', filter: { kinds: ['GUIDE'] }, mail: 'DAILY', ...input },
      })
    ).data.saveSearch;
  const change = async (who: string, input: object) =>
    world.as(who)<{ changeSavedSearch: Saved }>(
      `mutation($input: ChangeSavedSearchInput!) { changeSavedSearch(input: $input) { ${FIELDS} } }`,
      { input },
    );
  const read = async (url: string): Promise<{ status: number; body: string; etag: string }> => {
    const answer = { status: 200, body: '', etag: '' };
    const res = {
      status: (code: number) => ((answer.status = code), res),
      set: (headers: Record<string, string>) => ((answer.etag = headers['ETag'] ?? ''), res),
      type: () => res,
      send: (body: string) => ((answer.body = body), res),
      end: () => res,
    };
    const req = { params: { token: url.split('/').at(-1) }, headers: {} };
    await serveSearchFeed(world.app)(req as never, res as never);
    return answer;
  };
  const tell = async (id: string): Promise<void> => sendSearchMail({ searchId: id }, world.services);
  const rawId = (globalId: string): string => globalId.split('_').at(-1) ?? '';
  const mails = async (): Promise<number> => {
    const { readdir } = await import('node:fs/promises');
    return (await readdir(`${world.services.config.dataDir}/mail`).catch(() => [])).length;
  };

  it('are kept by their owner alone, with bounds', async () => {
    const { savedSearch, userErrors } = await save(member, {});
    expect(userErrors).toEqual([]);
    expect(savedSearch).toMatchObject({ name: 'Kites', mail: 'DAILY', chosen: [{ facet: 'KIND', values: ['GUIDE'] }] });
    expect((await save(member, { name: '' })).userErrors).toEqual([{ code: 'REQUIRED', path: ['name'] }]);
    const id = savedSearch?.id ?? '';
    expect((await change(stranger, { id, mail: 'NONE' })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    const mine = await world.as(member)<{ savedSearches: { id: string }[] }>('{ savedSearches { id } }');
    expect(mine.data.savedSearches.map((search) => search.id)).toEqual([id]);
    expect((await world.as(stranger)<{ savedSearches: unknown[] }>('{ savedSearches { id } }')).data.savedSearches).toEqual([]);
    for (let n = 1; n < 50; n++) expect((await save(member, { mail: 'NONE' })).userErrors).toEqual([]);
    expect((await save(member, {})).userErrors[0]?.code).toBe('TOO_MANY');
  });

  it('write letters and feeds of what their owner may read now, once', async () => {
    const { savedSearch: mine } = await save(stranger, { filter: {} });
    await world.services.db.row(`DELETE FROM saved_searches WHERE person_id = $1 AND mail = 'NONE'`, [member]);
    const { savedSearch: members } = await save(member, { filter: {} });
    const [strange, own] = [rawId(mine?.id ?? ''), rawId(members?.id ?? '')];
    await make.resource({
      territoryId: countyId,
      networkId,
      visibility: 'MEMBERS',
      title: 'Kites <of> members',
      at: '2026-11-24T10:00:00+02:00',
    });
    await takeInResources(world.services);
    world.services.clock.moveTo(new Date('2026-11-25T07:00:00+02:00'));
    const before = await mails();
    await tell(strange);
    expect(await mails()).toBe(before);
    await tell(own);
    expect(await mails()).toBe(before + 1);
    await tell(own);
    expect(await mails()).toBe(before + 1);
    await tellSavedSearches({}, world.services);

    const feed = await read(members?.feedUrl ?? '');
    expect(feed.body).toContain('<title xml:lang="en">Kites &lt;of&gt; members</title>');
    expect(feed.body).toContain('Old kites');
    expect((await read(mine?.feedUrl ?? '')).body).not.toContain('of&gt; members');
    await world.services.db.row(`UPDATE memberships SET state = 'LEFT' WHERE person_id = $1`, [member]);
    expect((await read(members?.feedUrl ?? '')).body).not.toContain('of&gt; members');
    await change(member, { id: toGlobalId('SavedSearch', own), renewFeed: true });
    expect((await read(members?.feedUrl ?? '')).status).toBe(404);
    expect((await read('https://example.org/forged')).status).toBe(404);
  });

  it('stop their letters by the link in them', async () => {
    const row = await world.services.db.row<{ id: string }>(`SELECT id FROM saved_searches WHERE person_id = $1 AND mail = 'DAILY'`, [
      stranger,
    ]);
    const token = stopUrl(world.services.config, 'en', row?.id ?? '', world.services.clock.now())
      .split('/')
      .at(-1);
    const stop = (given: unknown) =>
      world.as(null)<{ stopSearchMail: { name: string | null; userErrors: { code: string }[] } }>(
        'mutation($input: StopSearchMailInput!) { stopSearchMail(input: $input) { name userErrors { code } } }',
        { input: { token: given } },
      );
    expect((await stop('forged')).data.stopSearchMail.userErrors[0]?.code).toBe('TOKEN_UNKNOWN');
    expect((await stop(token)).data.stopSearchMail.name).toBe('Kites');
    expect(await world.services.db.row<{ mail: string }>('SELECT mail FROM saved_searches WHERE id = $1', [row?.id])).toEqual({
      mail: 'NONE',
    });
  });
});
