import { networkPeople, type NetworkPeople } from '../../../testing/network-personas.js';
import { startWorld, type World } from '../../../testing/world.js';
import { toGlobalId } from '../../../platform/ids.js';

const FIELDS =
  'network { id slug name version vacant vacantSince promotedAt promotionHtml year { id year state version } years { year state } nextYear } userErrors { code path }';
interface Shown {
  id: string;
  slug: string;
  name: string;
  version: number;
  vacant: boolean;
  vacantSince: string | null;
  promotedAt: string | null;
  promotionHtml: string;
  year: { id: string; year: string; state: string; version: number };
  years: { year: string; state: string }[];
  nextYear: string | null;
}
const VALUES = {
  kind: 'PROBLEM',
  professions: ['TEACHER'],
  levels: ['PRIMARY'],
  purpose: 'To share what works',
  joiningRule: 'REQUEST',
  lang: 'el',
};

describe('a network and its years', () => {
  let world: World;
  let people: NetworkPeople;

  beforeAll(async () => {
    world = await startWorld();
    people = await networkPeople(world);
  });
  afterAll(() => world.close());

  const run = async (operation: string, type: string, input: Record<string, unknown>, personId = people.ids.county) => {
    const answer = await world.as(personId)<Record<string, { network: Shown | null; userErrors: { code: string; path: string[] }[] }>>(
      `mutation($input: ${type}!) { ${operation}(input: $input) { ${FIELDS} } }`,
      { input },
    );
    const payload = answer.data?.[operation];
    return { network: payload?.network ?? null, errors: payload?.userErrors ?? [], code: answer.errors?.[0]?.extensions?.code };
  };
  const create = async (name: string, more: Record<string, unknown> = {}) =>
    run('createNetwork', 'CreateNetworkInput', { ...VALUES, name, countyId: toGlobalId('Territory', people.countyId), ...more });
  const created = async (name: string): Promise<Shown> => {
    const { network } = await create(name);
    if (!network) throw new Error('no network');
    return network;
  };

  it('is created with the current year proposed, a vacant post, not public, at an address in Latin letters', async () => {
    const { network } = await create('Πείραμα στην τάξη');
    expect(network).toMatchObject({
      slug: 'peirama-stin-taxi',
      vacant: true,
      promotedAt: null,
      version: 1,
      year: { year: '2026/27', state: 'PROPOSED' },
      nextYear: '2027/28',
    });
    expect(network?.vacantSince).toBe('2026-11-24T07:00:00Z');
    const again = await Promise.all([create('Πείραμα στην τάξη'), create('Πείραμα στην τάξη'), create('New')]);
    expect(again.map((one) => one.network?.slug).sort()).toEqual(['new-2', 'peirama-stin-taxi-2', 'peirama-stin-taxi-3']);
  });

  it('is created once by a form that is sent twice', async () => {
    const twice = await Promise.all([create('Twice', { clientMutationId: 'k' }), create('Twice', { clientMutationId: 'k' })]);
    expect(new Set(twice.map((one) => one.network?.id)).size).toBe(1);
    expect((await create('Else', { clientMutationId: 'k' })).code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('names every value that breaks its rule', async () => {
    expect((await create('', { purpose: 'short' })).errors).toEqual([
      { code: 'REQUIRED', path: ['name'] },
      { code: 'TOO_SHORT', path: ['purpose'] },
    ]);
  });

  it('keeps its address when the page is edited, renders the promotion safely and refuses a stale version', async () => {
    const network = await created('Safe Internet');
    const input = {
      ...VALUES,
      id: network.id,
      name: 'Safer Internet',
      promotion: '**Come**\n\n<script>alert(1)</script>',
      expectedVersion: 1,
    };
    const edited = await run('editNetwork', 'EditNetworkInput', input);
    expect(edited.network).toMatchObject({ slug: 'safe-internet', name: 'Safer Internet', version: 2 });
    expect(edited.network?.promotionHtml).toContain('<strong>Come</strong>');
    expect(edited.network?.promotionHtml).not.toContain('<script');
    expect((await run('editNetwork', 'EditNetworkInput', input)).code).toBe('CONFLICT');
  });

  it('is shown to visitors while it is promoted', async () => {
    const network = await created('Promoted');
    const page = async () =>
      (
        await world.as(null)<{ network: { name: string } | null }>('query($slug: String!) { network(slug: $slug) { name } }', {
          slug: network.slug,
        })
      ).data.network;
    expect(await page()).toBeNull();
    const promoted = await run('promoteNetwork', 'PromoteNetworkInput', { id: network.id, promoted: true, expectedVersion: 1 });
    expect(promoted.network?.promotedAt).toBe('2026-11-24T07:00:00Z');
    expect(await page()).toEqual({ name: 'Promoted' });
    await run('promoteNetwork', 'PromoteNetworkInput', { id: network.id, promoted: false, expectedVersion: 2 });
    expect(await page()).toBeNull();
  });

  it('goes through its year forward only, by the version that was seen', async () => {
    const network = await created('Year');
    const step = (act: string, expectedVersion: number) =>
      run('changeNetworkYear', 'ChangeNetworkYearInput', { id: network.year.id, act, expectedVersion });
    expect((await step('START', 1)).code).toBe('CONFLICT');
    expect((await step('RECRUIT', 1)).network?.year.state).toBe('RECRUITING');
    const raced = await Promise.all([step('START', 2), step('START', 2)]);
    expect(raced.map((one) => one.code ?? one.network?.year.state).sort()).toEqual(['ACTIVE', 'CONFLICT']);
    expect((await step('CONCLUDE', 3)).network?.year.state).toBe('CONCLUDED');
    expect((await step('START', 4)).code).toBe('CONFLICT');
  });

  it('opens the next school year once', async () => {
    const network = await created('Next');
    const open = (year: string) => run('openNetworkYear', 'OpenNetworkYearInput', { networkId: network.id, year });
    expect((await open('2028/29')).errors).toEqual([{ code: 'YEAR_NOT_NEXT', path: ['year'] }]);
    const both = await Promise.all([open('2027/28'), open('2027/28')]);
    expect(both.map((one) => one.errors[0]?.code ?? one.network?.years.map((year) => year.year).join()).sort()).toEqual([
      '2027/28,2026/27',
      'YEAR_OPEN',
    ]);
    const { network: now } = await run('promoteNetwork', 'PromoteNetworkInput', { id: network.id, promoted: true, expectedVersion: 1 });
    expect(now).toMatchObject({ year: { year: '2026/27' }, nextYear: null });
  });
});
