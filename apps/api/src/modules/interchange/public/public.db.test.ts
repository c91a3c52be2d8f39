import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serve, type Served } from '../../../rights/serve.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';

/** The vocabulary as its own package types it: the properties of each type, those of the types above it among them. */
function vocabulary(): (type: string) => Set<string> | null {
  const text = readFileSync(
    createRequire(import.meta.url)
      .resolve('schema-dts')
      .replace(/schema\.[a-z]+$/u, 'schema.d.ts'),
    'utf8',
  );
  const known = new Map<string, { above: string[]; own: string[] }>();
  for (const [, name = '', above = '', body = ''] of text.matchAll(
    /interface (\w+?)(?:Base|Leaf)(?: extends ([\w, <>]+))? \{\n([\s\S]*?)^\}/gmu,
  )) {
    const before = known.get(name) ?? { above: [], own: [] };
    known.set(name, {
      above: [
        ...before.above,
        ...above
          .split(',')
          .map((each) => each.trim().replace(/(Base|Leaf)$/u, ''))
          .filter((each) => each !== '' && each !== name),
      ],
      own: [...before.own, ...[...body.matchAll(/^ {4}"(\w+)"\?/gmu)].map(([, property = '']) => property)],
    });
  }
  const of = (type: string): Set<string> | null => {
    const found = known.get(type);
    return found ? new Set([...found.own, ...found.above.flatMap((each) => [...(of(each) ?? [])])]) : null;
  };
  return of;
}

/** What breaks the vocabulary's rules in a node and those within it. */
function faults(node: unknown, of: (type: string) => Set<string> | null, path = ''): string[] {
  if (Array.isArray(node)) return node.flatMap((each, at) => faults(each, of, `${path}[${at}]`));
  if (typeof node !== 'object' || node === null) return node === null || node === '' ? [`${path} is empty`] : [];
  const fields = Object.entries(node).filter(([name]) => name !== '@context' && name !== '@id');
  if ('@value' in node) return [];
  const type = (node as { '@type'?: unknown })['@type'];
  const allowed = typeof type === 'string' ? of(type) : null;
  if (!allowed) return [`${path} has no type of the vocabulary: ${String(type)}`];
  return fields
    .filter(([name]) => name !== '@type')
    .flatMap(([name, value]) => [
      ...(allowed.has(name) ? [] : [`${path}.${name} is no property of ${String(type)}`]),
      ...faults(value, of, `${path}.${name}`),
    ]);
}

describe('what other programs read of the library', () => {
  let world: World;
  let served: Served;
  const slugs: Record<string, string> = {};
  let structureSlug = '';
  let topic = { id: '', slug: '', parent: '' };

  beforeAll(async () => {
    world = await startWorld({ PUBLIC_URL: 'https://stoa.example', STOA_REQUEST_BUDGET: '0' });
    served = await serve(world);
    const { db } = world.services;
    const make = factories(db);
    const { countyId } = await countyTree(db);
    const centreId = await make.centre({ territoryId: countyId });
    const structureId = await make.structure({ centreId });
    const schoolId = await make.school({ countyId });
    const networkId = await make.network({ countyId });
    topic =
      (await db.row<typeof topic>(
        'SELECT t.id, t.slug, p.slug AS parent FROM topics t JOIN topics p ON p.id = t.parent_id ORDER BY t.slug LIMIT 1',
      )) ?? topic;
    const slugOf = async (table: string, id: string) =>
      (await db.row<{ slug: string }>(`SELECT slug FROM ${table} WHERE id = $1`, [id]))?.slug ?? '';
    slugs['centre'] = await slugOf('centres', centreId);
    structureSlug = await slugOf('structures', structureId);
    slugs['school'] = await slugOf('schools', schoolId);
    slugs['network'] = await slugOf('networks', networkId);
    const whole = {
      title: 'Circle </script><script>alert(1)</script> & "talk"',
      summary: 'How to lead a talk.',
      outcome: 'You can lead a talk.',
      authors: ['Anna Maj', 'Jan \u0001Ryś'],
      subjects: ['MATHEMATICS' as const],
      levels: ['PRIMARY' as const],
      audiences: ['TEACHERS' as const],
      minutes: 45,
      topicIds: [topic.id],
      links: [{ url: 'https://site.example/', title: '' }],
    };
    slugs['whole'] = await slugOf(
      'resources',
      await make.resource({ territoryId: countyId, structureId, ...whole, at: '2026-05-01T08:00:00Z' }),
    );
    slugs['network resource'] = await slugOf(
      'resources',
      await make.resource({ territoryId: countyId, networkId, kind: 'LINK', lang: 'el', title: 'Πρώτο', at: '2026-05-02T08:00:00Z' }),
    );
    slugs['bare'] = await slugOf(
      'resources',
      await make.resource({ territoryId: countyId, licence: 'ALL_RIGHTS_RESERVED', at: '2026-05-03T08:00:00Z', summary: 'Bare.' }),
    );
    slugs['hidden'] = await slugOf(
      'resources',
      await make.resource({ territoryId: countyId, networkId, visibility: 'MEMBERS', title: 'Hidden from all', topicIds: [topic.id] }),
    );
    slugs['draft'] = await slugOf('resources', await make.resource({ territoryId: countyId, state: 'DRAFT', title: 'Draft of somebody' }));
    slugs['withdrawn'] = await slugOf('resources', await make.resource({ territoryId: countyId, state: 'WITHDRAWN', title: 'Gone again' }));
  });
  afterAll(async () => {
    await served.stop();
    await world.close();
  });

  const get = async (path: string, headers: Record<string, string> = {}) => served.send({ path, headers });
  const dataOf = (html: string) =>
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? 'null') as Record<string, unknown>;

  it('describes ten public pages by the rules of schema.org', async () => {
    const of = vocabulary();
    expect(of('LearningResource')?.has('timeRequired')).toBe(true);
    expect(faults({ '@type': 'School', timeRequired: 'PT1M' }, of)).toEqual(['.timeRequired is no property of School']);
    const pages = [
      '/en/',
      '/el/library',
      `/pl/library/${slugs['whole'] ?? ''}`,
      `/ru/library/${slugs['network resource'] ?? ''}`,
      `/en/library/${slugs['bare'] ?? ''}`,
      `/en/centres/${slugs['centre'] ?? ''}`,
      `/el/structures/${structureSlug}`,
      `/pl/schools/${slugs['school'] ?? ''}`,
      `/ru/networks/${slugs['network'] ?? ''}`,
      `/en/find?topic=${topic.slug}`,
    ];
    for (const page of pages) {
      const { status, text } = await get(page);
      expect([page, status]).toEqual([page, 200]);
      expect([page, faults(dataOf(text), of)]).toEqual([page, []]);
      for (const part of [
        '<meta name="description" content="',
        '<link rel="canonical" href="https://stoa.example/',
        'hreflang="ru"',
        'hreflang="x-default"',
      ])
        expect([page, part, text.includes(part)]).toEqual([page, part, true]);
      expect(/<title>[^<]{3,}<\/title>/u.test(text)).toBe(true);
    }
  });

  it('describes a resource in the manner of AMB', async () => {
    const { text } = await get(`/pl/library/${slugs['whole'] ?? ''}`);
    expect(text).not.toContain('<script>alert');
    expect(dataOf(text)).toMatchObject({
      '@context': ['https://schema.org', { '@language': 'en' }],
      '@type': 'LearningResource',
      '@id': `https://stoa.example/pl/library/${slugs['whole'] ?? ''}`,
      inLanguage: 'en',
      isAccessibleForFree: true,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      timeRequired: 'PT45M',
      teaches: 'You can lead a talk.',
      learningResourceType: { '@id': 'https://stoa.example/vocabularies/kinds#guide' },
      educationalLevel: [{ '@id': 'https://stoa.example/vocabularies/levels#primary' }],
      audience: [{ '@type': 'EducationalAudience', educationalRole: 'teacher' }],
      creator: [{ '@type': 'Person', name: 'Anna Maj' }, { '@type': 'Person' }],
    });
    expect(JSON.stringify(dataOf(text)['about'])).toContain(`find?topic=${topic.slug}`);
    expect(dataOf((await get(`/en/library/${slugs['bare'] ?? ''}`)).text)).not.toHaveProperty('license');
  });

  it('says nothing of what is not public', async () => {
    for (const which of ['hidden', 'draft', 'withdrawn']) {
      const { status, text } = await get(`/en/library/${slugs[which] ?? ''}`);
      expect([which, status, text.includes('noindex')]).toEqual([which, 404, true]);
    }
    const paths = [
      '/feeds/library.atom',
      `/feeds/library.atom?topic=${topic.slug}`,
      `/feeds/library.atom?network=${slugs['network'] ?? ''}`,
      '/embed/library',
      '/sitemap.xml',
      '/sitemaps/library-1.xml',
      '/robots.txt',
    ];
    for (const path of paths) {
      const { status, text } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      for (const word of ['Hidden', 'Draft of', 'Gone', ...['hidden', 'draft', 'withdrawn'].map((which) => `/${slugs[which] ?? ''}<`)])
        expect([path, word, text.includes(word)]).toEqual([path, word, false]);
    }
  });

  it('has feeds by topic, centre, network, kind and language, which pages name', async () => {
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, isArray: (name) => name === 'entry' });
    const titles = async (query: string) => {
      const { text, headers } = await get(`/feeds/library.atom${query}`);
      expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
      expect(XMLValidator.validate(text)).toBe(true);
      const { feed } = parser.parse(text) as {
        feed: { id: string; updated: string; entry?: { id: string; title: unknown; updated: string }[] };
      };
      for (const { id, updated } of feed.entry ?? [])
        expect([id.startsWith('https://stoa.example/en/library/'), Number.isNaN(Date.parse(updated))]).toEqual([true, false]);
      return (feed.entry ?? []).map(({ id }) => id.split('/').at(-1));
    };
    expect(await titles('')).toEqual([slugs['bare'], slugs['network resource'], slugs['whole']]);
    expect(await titles(`?topic=${topic.parent}`)).toEqual([slugs['whole']]);
    expect(await titles(`?centre=${slugs['centre'] ?? ''}`)).toEqual([slugs['whole']]);
    expect(await titles(`?network=${slugs['network'] ?? ''}`)).toEqual([slugs['network resource']]);
    expect(await titles('?kind=link&lang=el&hl=ru')).toEqual([slugs['network resource']]);
    expect(await titles('?topic=no-such-topic')).toEqual([]);
    expect(await titles('?topic=%27%22%3E%00&kind=STEAL&lang=xx&hl=__proto__')).toHaveLength(3);
    expect((await get(`/el/networks/${slugs['network'] ?? ''}`)).text).toContain(
      `type="application/atom+xml" title="Νέα στη βιβλιοθήκη" href="https://stoa.example/feeds/library.atom?hl=el&#38;network=${slugs['network'] ?? ''}"`,
    );
    const { headers } = await get('/feeds/library.atom');
    expect((await get('/feeds/library.atom', { 'if-none-match': headers.etag ?? '' })).status).toBe(304);
  });

  it('lists every public page in a sitemap, in four languages with their twins', async () => {
    const index = await get('/sitemap.xml');
    const files = [...index.text.matchAll(/<loc>https:\/\/stoa\.example(\/sitemaps\/[^<]+)<\/loc>/gu)].map(([, path = '']) => path);
    expect(files).toEqual(
      expect.arrayContaining([
        '/sitemaps/pages-1.xml',
        '/sitemaps/library-1.xml',
        '/sitemaps/centres-1.xml',
        '/sitemaps/schools-1.xml',
        '/sitemaps/networks-1.xml',
      ]),
    );
    for (const file of files) {
      const { text, status } = await get(file);
      expect([file, status, XMLValidator.validate(text)]).toEqual([file, 200, true]);
      const addresses = [...text.matchAll(/<loc>https:\/\/stoa\.example([^<]+)<\/loc>/gu)].map(([, path = '']) => path);
      expect(addresses.length).toBeGreaterThan(0);
      expect([...text.matchAll(/hreflang="x-default"/gu)]).toHaveLength(addresses.length);
      for (const address of addresses) expect([address, (await get(address)).status]).toEqual([address, 200]);
    }
    expect((await get('/sitemaps/library-1.xml')).text).toContain('<lastmod>2026-05-01</lastmod>');
    for (const none of [
      '/sitemaps/people-1.xml',
      '/sitemaps/library-0.xml',
      '/sitemaps/pages-2.xml',
      '/sitemaps/__proto__-1.xml',
      '/sitemaps/x',
    ])
      expect([none, (await get(none)).status]).toEqual([none, 404]);
    expect((await get('/robots.txt')).text).toContain('Sitemap: https://stoa.example/sitemap.xml');
  });

  it('has a list for frames of other sites, without scripts and cookies', async () => {
    const { text, headers } = await get(`/embed/library?topic=${topic.slug}&hl=pl`);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors \*$/u,
    );
    expect([headers['x-frame-options'], headers['set-cookie']]).toEqual([undefined, undefined]);
    expect(text).not.toContain('<script');
    expect(text).toContain(
      `<a href="https://stoa.example/pl/library/${slugs['whole'] ?? ''}" target="_blank" rel="noopener" lang="en">Circle &lt;/script&gt;`,
    );
    expect((await get('/embed/library?count=1')).text.match(/<li>/gu)).toHaveLength(1);
    expect((await get('/embed/library?topic=no-such-topic&hl=ru')).text).toContain('Здесь пока ничего нет.');
  });
});
