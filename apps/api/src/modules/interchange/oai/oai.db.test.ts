import { XMLParser } from 'fast-xml-parser';
import { countyTree, factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { serve, type Served } from '../../../rights/serve.js';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => ['record', 'header', 'set', 'setSpec', 'metadataFormat'].includes(name),
});

interface Header {
  identifier: string;
  datestamp: string;
  setSpec?: string[];
  '@status'?: string;
}
interface Oai {
  responseDate: string;
  request: string | { '#text': string; [name: `@${string}`]: string };
  error?: { '@code': string };
  Identify?: Record<string, string>;
  ListMetadataFormats?: { metadataFormat: { metadataPrefix: string }[] };
  ListSets?: { set: { setSpec: string[]; setName: string }[] };
  ListIdentifiers?: { header: Header[]; resumptionToken?: Token };
  ListRecords?: { record: { header: Header[]; metadata?: Record<string, never> }[]; resumptionToken?: Token };
  GetRecord?: { record: { header: Header[]; metadata?: Record<string, Record<string, unknown>> }[] };
}
type Token = string | { '#text'?: string; '@completeListSize': string; '@cursor': string };

const textOf = (token: Token | undefined) => (typeof token === 'object' ? (token['#text'] ?? '') : token);

describe('the provider of OAI-PMH', () => {
  let world: World;
  let served: Served;
  let make: ReturnType<typeof factories>;
  let countyId: string;
  let countrySlug: string;
  let centreSlug: string;
  let topic: { id: string; slug: string; parent: string | null };
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = await startWorld({ PUBLIC_URL: 'https://stoa.example', STOA_REQUEST_BUDGET: '0' });
    served = await serve(world);
    const { db } = world.services;
    make = factories(db);
    ({ countyId } = await countyTree(db));
    const centreId = await make.centre({ territoryId: countyId });
    const structureId = await make.structure({ centreId });
    const networkId = await make.network({ countyId });
    const slugs = await db.row<{ country: string; centre: string }>(
      `SELECT (SELECT slug FROM territories WHERE id = t.path[1]) AS country, (SELECT slug FROM centres WHERE id = $2) AS centre FROM territories t WHERE id = $1`,
      [countyId, centreId],
    );
    countrySlug = slugs?.country ?? '';
    centreSlug = slugs?.centre ?? '';
    topic = (await db.row<typeof topic>(
      'SELECT t.id, t.slug, p.slug AS parent FROM topics t JOIN topics p ON p.id = t.parent_id ORDER BY t.slug LIMIT 1',
    )) ?? { id: '', slug: '', parent: null };
    ids['guide'] = await make.resource({
      territoryId: countyId,
      structureId,
      at: '2026-01-10T08:00:00.700Z',
      title: 'Κύκλος & <λόγος> "ё" ł \u0001 😀',
      summary: 'How to lead a talk & listen.',
      outcome: 'You can lead a talk.',
      authors: ['Anna Maj', 'Ελένη <Π.>'],
      subjects: ['MATHEMATICS'],
      levels: ['PRIMARY', 'LOWER_SECONDARY'],
      audiences: ['TEACHERS'],
      minutes: 45,
      lang: 'el',
      links: [{ url: 'https://site.example/?a=1&b=2', title: '' }],
      topicIds: topic.id ? [topic.id] : [],
    });
    ids['draft'] = await make.resource({ territoryId: countyId, state: 'DRAFT', at: '2026-01-11T08:00:00Z' });
    ids['submitted'] = await make.resource({ territoryId: countyId, state: 'DRAFT', submitted: true, at: '2026-01-11T08:00:00Z' });
    ids['members'] = await make.resource({
      territoryId: countyId,
      networkId,
      visibility: 'MEMBERS',
      at: '2026-01-12T08:00:00Z',
      title: 'For members',
    });
    ids['withdrawn'] = await make.resource({ territoryId: countyId, at: '2026-01-13T08:00:00Z', title: 'Gone' });
    await db.row(`UPDATE resources SET state = 'WITHDRAWN', changed_at = '2026-02-01T10:00:00Z' WHERE id = $1`, [ids['withdrawn']]);
    ids['closed'] = await make.resource({ territoryId: countyId, networkId, at: '2026-01-14T08:00:00Z', title: 'Closed later' });
    await db.row(
      `UPDATE resources SET visibility = 'MEMBERS', title = 'A secret title', changed_at = '2026-02-02T10:00:00Z' WHERE id = $1`,
      [ids['closed']],
    );
  });
  afterAll(async () => {
    await served.stop();
    await world.close();
  });

  const send = async (query: string) => served.send({ path: `/oai${query}` });
  const ask = async (query: string): Promise<Oai> => {
    const { status, text } = await send(query);
    expect(status).toBe(200);
    return (parser.parse(text) as { 'OAI-PMH': Oai })['OAI-PMH'];
  };
  const errorOf = async (query: string) => (await ask(query)).error?.['@code'];
  const oai = (name: string) => `oai:stoa.example:${ids[name] ?? ''}`;

  it('identifies itself (4.2)', async () => {
    const { Identify, request, responseDate } = await ask('?verb=Identify');
    expect(Identify).toMatchObject({
      baseURL: 'https://stoa.example/oai',
      protocolVersion: '2.0',
      earliestDatestamp: '2026-01-10T08:00:00Z',
      deletedRecord: 'persistent',
      granularity: 'YYYY-MM-DDThh:mm:ssZ',
    });
    expect(request).toEqual({ '#text': 'https://stoa.example/oai', '@verb': 'Identify' });
    expect(responseDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('names its formats, of all and of one item (4.4)', async () => {
    const prefixes = async (query: string) =>
      (await ask(query)).ListMetadataFormats?.metadataFormat.map(({ metadataPrefix }) => metadataPrefix);
    expect(await prefixes('?verb=ListMetadataFormats')).toEqual(['oai_dc', 'oai_lom']);
    expect(await prefixes(`?verb=ListMetadataFormats&identifier=${oai('guide')}`)).toEqual(['oai_dc', 'oai_lom']);
    expect(await errorOf(`?verb=ListMetadataFormats&identifier=${oai('draft')}`)).toBe('idDoesNotExist');
  });

  it('names its sets by centre, topic and territory (4.6)', async () => {
    const specs = (await ask('?verb=ListSets')).ListSets?.set.map(({ setSpec }) => setSpec[0]) ?? [];
    expect(specs).toEqual(expect.arrayContaining([`centre:${centreSlug}`, `territory:${countrySlug}`]));
    expect(specs.some((spec) => spec?.startsWith('topic:'))).toBe(true);
    expect(specs).toEqual([...specs].sort());
  });

  it('lists what is public, and as deleted what was (2.5.1)', async () => {
    const headers = (await ask('?verb=ListIdentifiers&metadataPrefix=oai_dc')).ListIdentifiers?.header ?? [];
    expect(headers.map(({ identifier, datestamp, '@status': status }) => [identifier, datestamp, status])).toEqual([
      [oai('guide'), '2026-01-10T08:00:00Z', undefined],
      [oai('withdrawn'), '2026-02-01T10:00:00Z', 'deleted'],
      [oai('closed'), '2026-02-02T10:00:00Z', 'deleted'],
    ]);
    const { text } = await send('?verb=ListRecords&metadataPrefix=oai_lom');
    expect(text).not.toContain('secret');
    expect(text).not.toContain('For members');
    expect(text).not.toContain('Gone');
  });

  it('gives a record in both formats, whatever signs it holds (4.1)', async () => {
    const dc = (await ask(`?verb=GetRecord&identifier=${oai('guide')}&metadataPrefix=oai_dc`)).GetRecord?.record[0];
    const said = dc?.metadata?.['oai_dc:dc'] ?? {};
    expect(said['dc:title']).toEqual({ '#text': 'Κύκλος & <λόγος> "ё" ł  😀', '@xml:lang': 'el' });
    expect(said['dc:creator']).toEqual(['Anna Maj', 'Ελένη <Π.>']);
    expect(said['dc:rights']).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(said['dc:relation']).toBe('https://site.example/?a=1&b=2');
    expect(dc?.header[0]?.setSpec).toEqual(
      expect.arrayContaining([`centre:${centreSlug}`, `territory:${countrySlug}`, `topic:${topic.slug}`, `topic:${topic.parent ?? ''}`]),
    );
    const { text } = await send(`?verb=GetRecord&identifier=${oai('guide')}&metadataPrefix=oai_lom`);
    expect(text).toContain('<lom xmlns="http://ltsc.ieee.org/xsd/LOM"');
    expect(text).toContain('<duration>PT45M</duration>');
    expect(text).toContain('<source>Stoa</source><value>lower secondary</value>');
    const gone = (await ask(`?verb=GetRecord&identifier=${oai('closed')}&metadataPrefix=oai_dc`)).GetRecord?.record[0];
    expect([gone?.header[0]?.['@status'], gone?.metadata]).toEqual(['deleted', undefined]);
  });

  it('selects by date and set (2.7)', async () => {
    const listed = async (query: string) =>
      (await ask(`?verb=ListIdentifiers&metadataPrefix=oai_dc&${query}`)).ListIdentifiers?.header.map(({ identifier }) => identifier);
    expect(await listed('from=2026-02-01')).toEqual([oai('withdrawn'), oai('closed')]);
    expect(await listed('from=2026-02-01T10:00:01Z')).toEqual([oai('closed')]);
    expect(await listed('until=2026-01-10')).toEqual([oai('guide')]);
    expect(await listed('until=2026-02-01T10:00:00Z&from=2026-02-01T10:00:00Z')).toEqual([oai('withdrawn')]);
    expect(await listed(`set=centre:${centreSlug}`)).toEqual([oai('guide')]);
    expect(await listed(`set=topic:${topic.parent ?? ''}`)).toEqual([oai('guide')]);
    expect(await listed(`set=territory:${countrySlug}`)).toHaveLength(3);
  });

  it.each([
    ['', 'badVerb'],
    ['?verb=Steal', 'badVerb'],
    ['?verb=Identify&verb=Identify', 'badVerb'],
    ['?verb=toString', 'badVerb'],
    ['?verb=Identify&set=a', 'badArgument'],
    ['?verb=ListRecords', 'badArgument'],
    ['?verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T10:00Z', 'badArgument'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T25:00:00Z', 'badArgument'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z', 'badArgument'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-01&until=2026-01-01', 'badArgument'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
    ['?verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
    ['?verb=ListSets&resumptionToken=x.y', 'badResumptionToken'],
    ['?verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
    ['?verb=ListRecords&metadataPrefix=constructor', 'cannotDisseminateFormat'],
    ['?verb=GetRecord&identifier=oai:stoa.example:x&metadataPrefix=oai_dc', 'idDoesNotExist'],
    ['?verb=GetRecord&identifier=oai:other.example:0193a5c2-7b1e-7c3d-8e4f-a1b2c3d4e5f6&metadataPrefix=oai_dc', 'idDoesNotExist'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&from=2030-01-01', 'noRecordsMatch'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&until=1990-01-01', 'noRecordsMatch'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&set=centre:none', 'noRecordsMatch'],
    ['?verb=ListRecords&metadataPrefix=oai_dc&set=%00', 'badArgument'],
  ])('answers %s with %s (3.6)', async (query, code) => {
    expect(await errorOf(query)).toBe(code);
  });

  it('repeats no argument that is wrong (3.2), and takes forms alone by POST (3.1.1.2)', async () => {
    const wrong = await ask('?verb=Identify&x="><script>');
    expect(wrong.request).toBe('https://stoa.example/oai');
    const post = async (type: string, body: string) =>
      served.send({ method: 'POST', path: '/oai', headers: { 'content-type': type }, body });
    const done = await post('application/x-www-form-urlencoded', 'verb=ListIdentifiers&metadataPrefix=oai_dc');
    expect(done.text).toContain(oai('guide'));
    expect((await post('text/xml', '<x/>')).status).toBe(415);
    expect((await post('application/x-www-form-urlencoded', `verb=${'x'.repeat(20_000)}`)).status).toBe(413);
    expect(done.headers['content-type']).toBe('text/xml; charset=utf-8');
  });

  it('cuts long lists and goes on by tokens, each item once, also what changed meanwhile (3.5)', async () => {
    const at = (n: number) => new Date(Date.parse('2026-03-01T00:00:00Z') + n * 1000).toISOString();
    for (let n = 0; n < 250; n++) await make.resource({ territoryId: countyId, at: at(Math.floor(n / 7)) });
    const seen: string[] = [];
    const sizes: number[] = [];
    let query = '?verb=ListRecords&metadataPrefix=oai_dc&from=2026-03-01';
    for (let page = 0; ; page++) {
      const { ListRecords } = await ask(query);
      const token = ListRecords?.resumptionToken;
      seen.push(...(ListRecords?.record.map(({ header }) => header[0]?.identifier ?? '') ?? []));
      sizes.push(ListRecords?.record.length ?? 0);
      if (typeof token === 'object')
        expect([token['@completeListSize'], token['@cursor']]).toEqual([page < 2 ? '250' : '251', String(page * 100)]);
      const text = textOf(token);
      if (page === 0) {
        expect(await errorOf(`?verb=ListIdentifiers&resumptionToken=${text ?? ''}`)).toBe('badResumptionToken');
        // The first that was sent changes: it is met again at the end.
        await world.services.db.row(`UPDATE resources SET title = 'New', changed_at = '2026-03-02T00:00:00Z' WHERE id = $1`, [
          seen[0]?.split(':')[2],
        ]);
      }
      if (!text) {
        expect(token).toBeDefined();
        break;
      }
      query = `?verb=ListRecords&resumptionToken=${text}`;
    }
    expect(sizes).toEqual([100, 100, 51]);
    expect(new Set(seen).size).toBe(250);
    expect(seen.at(-1)).toBe(seen[0]);
  });

  it('notes a change of topics, and nothing of what only reviewers and members do', async () => {
    const { db } = world.services;
    const stamp = async () =>
      (await db.row<{ datestamp: string }>('SELECT datestamp FROM oai_records WHERE resource_id = $1', [ids['guide']]))?.datestamp;
    const before = await stamp();
    await db.row(`UPDATE resources SET awaits_review = true, changed_at = '2026-04-01T00:00:00Z', version = version + 1 WHERE id = $1`, [
      ids['guide'],
    ]);
    await db.row('UPDATE resources SET useful_count = 3 WHERE id = $1', [ids['guide']]);
    expect(await stamp()).toBe(before);
    await db.transaction(async (tx) => {
      await tx.row(`INSERT INTO resource_topics (resource_id, topic_id) VALUES ($1, $2)`, [ids['closed'], topic.id]);
    });
    const sets = await db.row<{ sets: string[] }>('SELECT sets FROM oai_records WHERE resource_id = $1', [ids['closed']]);
    expect(sets?.sets).not.toContain(topic.id);
    await db.row(`UPDATE resources SET title = 'Named anew', changed_at = '2026-04-02T00:00:00.9Z' WHERE id = $1`, [ids['guide']]);
    expect(await stamp()).toBe('2026-04-02T00:00:00Z');
  });
});
