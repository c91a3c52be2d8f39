import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LockableField } from '@stoa/domain';
import { newId } from '../../../platform/ids.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { askSource, harvestWorld, type AskSource } from './ask-source.js';
import { beginRun, harvest } from './harvest-run.js';
import type { HarvestFigures } from './harvest-command.js';

/** A record of a source that a test writes. */
interface Given {
  id: string;
  at?: string;
  deleted?: boolean;
  /** Inside of `dc`. */
  dc?: string;
  metadata?: string;
}

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-24T07:00:00Z</responseDate>';
const IDENTIFY = `${HEAD}<Identify><protocolVersion>2.0</protocolVersion><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify></OAI-PMH>`;
const error = (code: string) => `${HEAD}<error code="${code}"/></OAI-PMH>`;

function work({
  id,
  at = '2026-05-01T10:00:00Z',
  deleted,
  dc = `<dc:title>Work ${id}</dc:title><dc:creator>Anna ${id}</dc:creator><dc:identifier>https://other.example/${id}</dc:identifier>`,
  metadata,
}: Given): string {
  const head = `<header${deleted ? ' status="deleted"' : ''}><identifier>${id}</identifier><datestamp>${at}</datestamp></header>`;
  if (deleted) return `<record>${head}</record>`;
  return `<record>${head}<metadata>${metadata ?? `<oai_dc:dc xmlns:oai_dc="x" xmlns:dc="y">${dc}</oai_dc:dc>`}</metadata></record>`;
}

const page = (records: readonly Given[], token = '') =>
  `${HEAD}<ListRecords>${records.map(work).join('')}${token ? `<resumptionToken completeListSize="7">${token}</resumptionToken>` : ''}</ListRecords></OAI-PMH>`;

describe('a harvest', () => {
  let world: World;
  let countyId: string;
  let asked: Record<string, string>[] = [];

  beforeAll(async () => {
    world = await startWorld();
    ({ countyId } = await countyTree(world.services.db));
  });
  afterAll(() => world.close());
  beforeEach(() => {
    asked = [];
  });

  const aSource = async (): Promise<string> => {
    const id = newId();
    await world.services.db.row(
      `INSERT INTO library_sources (id, name, url, metadata_prefix, territory_id, defaults, schedule, created_at) VALUES ($1, 'Other library', 'https://other.example/oai', 'oai_dc', $2, $3, 'NEVER', $4)`,
      [id, countyId, JSON.stringify({ kind: 'GUIDE', lang: 'pl', licence: null }), world.services.clock.now()],
    );
    return id;
  };
  /** A source that answers by what is asked: `''` for the beginning, else the token. */
  const source =
    (answers: (token: string) => string): AskSource =>
    (_url, given) => {
      asked.push({ ...given });
      return Promise.resolve(Buffer.from(given['verb'] === 'Identify' ? IDENTIFY : answers(given['resumptionToken'] ?? '')));
    };
  const once = (...records: Given[]): AskSource => source(() => (records.length > 0 ? page(records) : error('noRecordsMatch')));
  const figuresOf = async (runId: string) =>
    world.services.db.row<HarvestFigures & { token: string | null }>('SELECT * FROM harvest_runs WHERE id = $1', [runId]);
  const begin = (sourceId: string) => world.services.db.transaction((tx) => beginRun(tx, sourceId, world.services.clock.now()));
  const run = async (sourceId: string, ask: AskSource) => {
    const runId = await begin(sourceId);
    await harvest(world.services, ask, runId);
    return (await figuresOf(runId)) ?? ({} as HarvestFigures & { token: string | null });
  };
  const resourceOf = (sourceId: string, identifier: string) =>
    world.services.db.row<{
      id: string;
      title: string;
      state: string;
      lang: string;
      version_no: number;
      authors: string[];
      licence: string | null;
      subjects: string[];
    }>('SELECT r.* FROM harvested_records h JOIN resources r ON r.id = h.resource_id WHERE h.source_id = $1 AND h.identifier = $2', [
      sourceId,
      identifier,
    ]);
  const notesOf = async (sourceId: string) =>
    (
      await world.services.db.rows<{ kind: string; identifier: string; detail: string }>(
        'SELECT n.kind, n.identifier, n.detail FROM harvest_notes n JOIN harvest_runs r ON r.id = n.run_id WHERE r.source_id = $1 ORDER BY n.id',
        [sourceId],
      )
    ).map(({ kind, identifier, detail }) => [kind, identifier, detail].filter(Boolean).join(' '));

  it('publishes what a source has, and asks the next time for what changed since', async () => {
    const id = await aSource();
    const dc = `<dc:title>Ułamki &amp; &lt;procenty&gt;</dc:title><dc:creator>Jan Ryś</dc:creator><dc:creator>Ewa Lis</dc:creator><dc:subject>Mathematics</dc:subject>
      <dc:description>O ułamkach.</dc:description><dc:type>lesson plan</dc:type><dc:language>pol</dc:language><dc:identifier>https://other.example/a</dc:identifier>
      <dc:rights>http://creativecommons.org/licenses/by-sa/3.0/pl/</dc:rights><dc:rights>Wydawnictwo Dwa</dc:rights>`;
    const first = await run(
      id,
      source((token) => (token === '' ? page([{ id: 'a', dc }], 't1') : page([{ id: 'b' }]))),
    );
    expect(first).toMatchObject({ state: 'DONE', pages: 2, seen: 2, created: 2, failed: 0, expected: 7, token: null });
    expect(await resourceOf(id, 'a')).toMatchObject({
      title: 'Ułamki & <procenty>',
      state: 'PUBLISHED',
      lang: 'pl',
      authors: ['Jan Ryś', 'Ewa Lis'],
      licence: 'CC_BY_SA',
      subjects: ['MATHEMATICS'],
    });
    expect(asked).toEqual([
      { verb: 'Identify' },
      { verb: 'ListRecords', metadataPrefix: 'oai_dc' },
      { verb: 'ListRecords', resumptionToken: 't1' },
    ]);
    asked = [];
    expect(await run(id, once({ id: 'b' }))).toMatchObject({ state: 'DONE', seen: 1, created: 0, unchanged: 1 });
    expect(asked[1]).toEqual({ verb: 'ListRecords', metadataPrefix: 'oai_dc', from: '2026-11-24T06:59:00Z' });
    expect(await run(id, once())).toMatchObject({ state: 'DONE', seen: 0 });
  });

  it('takes changes over, but for what a curator has locked', async () => {
    const id = await aSource();
    await run(id, once({ id: 'c' }));
    const locked: LockableField[] = ['title'];
    const made = await resourceOf(id, 'c');
    await world.services.db.row('UPDATE harvested_records SET locked_fields = $2 WHERE resource_id = $1', [made?.id, locked]);
    const changed = {
      id: 'c',
      dc: '<dc:title>Renamed</dc:title><dc:creator>Somebody else</dc:creator><dc:identifier>https://other.example/c</dc:identifier>',
    };
    expect(await run(id, once(changed))).toMatchObject({ updated: 1 });
    expect(await resourceOf(id, 'c')).toMatchObject({ title: 'Work c', authors: ['Somebody else'], version_no: 2 });
    await world.services.db.row("UPDATE harvested_records SET locked_fields = '{}' WHERE resource_id = $1", [made?.id]);
    await run(id, once({ ...changed, dc: `${changed.dc}<dc:subject>physics</dc:subject>` }));
    expect(await resourceOf(id, 'c')).toMatchObject({ title: 'Renamed', subjects: ['PHYSICS'], version_no: 3 });
  });

  it('withdraws what the source takes back, puts it back with it, and leaves what a curator withdrew', async () => {
    const id = await aSource();
    await run(id, once({ id: 'd' }, { id: 'never', deleted: true }));
    expect(await run(id, once({ id: 'd', deleted: true }))).toMatchObject({ withdrawn: 1 });
    expect(await resourceOf(id, 'd')).toMatchObject({ state: 'WITHDRAWN' });
    expect(await run(id, once({ id: 'd', deleted: true }))).toMatchObject({ withdrawn: 0 });
    expect(await run(id, once({ id: 'd' }))).toMatchObject({ updated: 1 });
    expect(await resourceOf(id, 'd')).toMatchObject({ state: 'PUBLISHED' });
    await world.services.db.row("UPDATE resources SET state = 'WITHDRAWN' WHERE id = $1", [(await resourceOf(id, 'd'))?.id]);
    await run(id, once({ id: 'd', dc: '<dc:title>Work d anew</dc:title>' }));
    expect(await resourceOf(id, 'd')).toMatchObject({ state: 'WITHDRAWN' });
  });

  it('finds what is here already by address or by title and author, and says nothing of what members alone read', async () => {
    const make = factories(world.services.db);
    const networkId = await make.network({ countyId });
    const link = await make.resource({ territoryId: countyId, kind: 'LINK', links: [{ url: 'http://www.Work.example/page/', title: '' }] });
    const titled = await make.resource({ territoryId: countyId, title: 'Ο Κύκλος των λόγων', authors: ['Ελένη Π.'] });
    const hidden = await make.resource({ territoryId: countyId, networkId, visibility: 'MEMBERS', title: 'Hidden', authors: ['H'] });
    for (const resourceId of [link, titled, hidden])
      await world.services.db.transaction((tx) =>
        tx.row(`SELECT graphile_worker.add_job('ResourceChanged', $1::json)`, [JSON.stringify({ resourceId })]),
      );
    await world.runJobs();
    const id = await aSource();
    const figures = await run(
      id,
      once(
        { id: 'e', dc: '<dc:title>Any title</dc:title><dc:identifier>https://work.example/page#top</dc:identifier>' },
        { id: 'f', dc: '<dc:title>ο κυκλος ΤΩΝ ΛΌΓΩΝ</dc:title><dc:creator>ελενη π.</dc:creator>' },
        { id: 'g', dc: '<dc:title>Hidden</dc:title><dc:creator>H</dc:creator>' },
        { id: 'h', dc: '<dc:title>Twice</dc:title><dc:creator>T</dc:creator>' },
        { id: 'i', dc: '<dc:title>TWICE</dc:title><dc:creator>t</dc:creator>' },
      ),
    );
    expect(figures).toMatchObject({ created: 2, duplicates: 3, failed: 0 });
    const rows = await world.services.db.rows<{ duplicate_of: string | null }>(
      'SELECT duplicate_of FROM harvested_records WHERE source_id = $1 ORDER BY identifier',
      [id],
    );
    expect(rows.map((row) => row.duplicate_of)).toEqual([link, titled, null, null, (await resourceOf(id, 'h'))?.id]);
  });

  it('notes what it cannot take, and goes on', async () => {
    const id = await aSource();
    const figures = await run(
      id,
      once(
        { id: 'j', at: '2026-02-31T10:00:00Z' },
        { id: 'k', at: 'yesterday' },
        { id: 'l', at: '9999-01-01' },
        { id: 'm', dc: '<dc:description>Without a title</dc:description>' },
        { id: 'n', metadata: '<marc/>' },
        { id: 'o', dc: `<dc:title>Long</dc:title><dc:description>${'x'.repeat(10_000_000)}</dc:description>` },
        { id: '' },
        {
          id: 'p',
          dc: `<dc:title>${'Long title '.repeat(40)}</dc:title><dc:identifier>javascript:alert(1)</dc:identifier><dc:creator>${'n'.repeat(500)}</dc:creator>`,
        },
      ),
    );
    expect(figures).toMatchObject({ state: 'DONE', seen: 8, created: 4, failed: 4 });
    expect((await notesOf(id)).sort()).toEqual([
      'FAILED IDENTIFIER',
      'FAILED m TITLE',
      'FAILED n NO_METADATA',
      'TOO_LARGE o TOO_LARGE',
      'WRONG_DATE j 2026-02-31T10:00:00Z',
      'WRONG_DATE k yesterday',
      'WRONG_DATE l 9999-01-01',
    ]);
    expect((await resourceOf(id, 'p'))?.title.length).toBeLessThanOrEqual(160);
  });

  it('goes on after the page that was taken last when it was killed, and takes none twice', async () => {
    const id = await aSource();
    const answers = (token: string) => {
      const n = Number(token || 0);
      return page([{ id: `q${n}` }, { id: `r${n}` }], n < 3 ? String(n + 1) : '');
    };
    const runId = await begin(id);
    const dies: AskSource = (url, given) =>
      given['resumptionToken'] === '2' ? Promise.reject(new Error('killed')) : source(answers)(url, given);
    await expect(harvest(world.services, dies, runId)).rejects.toThrow('killed');
    expect(await figuresOf(runId)).toMatchObject({ state: 'RUNNING', pages: 2, token: '2' });
    expect(await begin(id)).toBe(runId);
    // Two who go on at once: each page is taken by one of them.
    await Promise.all([harvest(world.services, source(answers), runId), harvest(world.services, source(answers), runId)]);
    expect(await figuresOf(runId)).toMatchObject({ state: 'DONE', pages: 4, seen: 8, created: 8 });
  });

  it.each<[string, string, (token: string) => string]>([
    ['a token that comes again', 'TOKEN_REPEATED', () => page([{ id: newId() }], 'same')],
    ['a list without end', 'ENDLESS', (token) => page([{ id: 's' }, { id: 't' }], String(Number(token || 0) + 1))],
    ['pages without records', 'ENDLESS', (token) => page([], String(Number(token || 0) + 1))],
    ['what is no XML', 'NOT_XML', () => '<OAI-PMH><ListRecords></OAI-PMH>'],
    ['what is another document', 'NOT_OAI', () => '<html><body>Not here</body></html>'],
    ['entities of its own', 'HAS_ENTITIES', () => `<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${page([])}`],
    ['a file as an entity', 'HAS_ENTITIES', () => `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><OAI-PMH>&a;</OAI-PMH>`],
    ['elements a thousand deep', 'NOT_XML', () => `<OAI-PMH>${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}</OAI-PMH>`],
    ['names that change objects', 'NOT_XML', () => '<OAI-PMH><__proto__><x>1</x></__proto__></OAI-PMH>'],
    ['a refusal', 'REFUSED', () => error('cannotDisseminateFormat')],
  ])('ends at %s, and says so', async (_what, code, answers) => {
    const id = await aSource();
    expect(await run(id, source(answers))).toMatchObject({ state: 'FAILED', error_code: code });
  });

  it('begins a list anew, once, where its token has grown old', async () => {
    const id = await aSource();
    let old = 0;
    const done = await run(
      id,
      source((token) => (token === '' ? page([{ id: 'u' }], old === 0 ? 't' : '') : (old++, error('badResumptionToken')))),
    );
    expect(done).toMatchObject({ state: 'DONE', created: 1, unchanged: 1 });
    expect(await notesOf(id)).toEqual(['TOKEN_EXPIRED']);
  });

  it('goes on with a run that failed', async () => {
    const id = await aSource();
    const broken = source((token) => (token === '' ? page([{ id: 'v' }], 't') : '<html/>'));
    expect(await run(id, broken)).toMatchObject({ state: 'FAILED', error_code: 'NOT_OAI', token: 't' });
    expect(
      await run(
        id,
        source((token) => (token === 't' ? page([{ id: 'w' }]) : error('badArgument'))),
      ),
    ).toMatchObject({ state: 'DONE', created: 2 });
  });

  describe('over the network', () => {
    let server: Server;
    let host: string;
    beforeAll(async () => {
      server = createServer((request, response) => {
        const [path, query = ''] = (request.url ?? '').split('?');
        if (path === '/inside') return response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
        if (path === '/port') return response.writeHead(302, { location: 'http://127.0.0.1:5432/' }).end();
        if (path === '/big') return response.writeHead(200, { 'content-type': 'text/xml' }).end('x'.repeat(13 * 1024 * 1024));
        if (path === '/down') return response.writeHead(503).end();
        response.writeHead(200, { 'content-type': 'text/xml' }).end(query.includes('Identify') ? IDENTIFY : page([{ id: 'x' }]));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    });
    afterAll(
      () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(resolve);
        }),
    );

    it('reaches no inner address, directly or by a redirect, but hosts that the operator names', async () => {
      const fault = async (path: string, hosts: string[]) =>
        askSource({ config: { ...world.services.config, harvestHosts: hosts } }, [])(`http://${host}${path}`, { verb: 'Identify' }).then(
          () => 'reached',
          (fault_: { code: string; detail: string }) => `${fault_.code} ${fault_.detail}`.trim(),
        );
      expect(await fault('/oai', [])).toBe('NOT_REACHED It names a port');
      expect(await fault('/oai', [host])).toBe('reached');
      expect(await fault('/inside', [host])).toBe('NOT_REACHED It leads inside');
      expect(await fault('/port', [host])).toBe('NOT_REACHED It names a port');
      expect(await fault('/big', [host])).toBe('TOO_LARGE');
      expect(await fault('/down', [host])).toBe('NOT_REACHED It answers 503');
      expect(harvestWorld(['inside.example']).isOwnName('inside.example')).toBe(false);
      expect(harvestWorld(['inside.example']).isInside('10.0.0.1')).toBe(true);
    });
  });
});
