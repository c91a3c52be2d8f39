import { DEFAULT_CSV_LIMITS } from '../../platform/csv/index.js';
import { newId } from '../../platform/ids.js';
import { countyTree, factories } from '../../testing/factories.js';
import { startWorld, type World } from '../../testing/world.js';
import { linksImport } from './links.import.js';

describe('the import of links', () => {
  let world: World;
  let county: string;
  let countyId: string;
  let topic: { slug: string; name: string };

  beforeAll(async () => {
    world = await startWorld();
    const { db } = world.services;
    ({ countyId } = await countyTree(db));
    county = (await db.row<{ code: string }>('SELECT code FROM territories WHERE id = $1', [countyId]))?.code ?? '';
    topic = (await db.row<typeof topic>("SELECT slug, names->>'pl' AS name FROM topics WHERE names ? 'pl' ORDER BY slug LIMIT 1")) ?? {
      slug: '',
      name: '',
    };
  });
  afterAll(() => world.close());

  const run = async (text: string, execute = true) => {
    const bytes = Buffer.from(text);
    const source = {
      size: bytes.length,
      async *open() {
        yield bytes;
      },
    };
    const { summary, errorsByLine } = await linksImport.run(world.services, {
      ...{ source, execute, limits: DEFAULT_CSV_LIMITS, runId: newId(), by: 'operator' as const },
      params: { lang: 'pl', county },
    });
    const { created, updated, skipped, errors } = summary;
    return { created, updated, skipped, errors, codes: [...errorsByLine.values()].flat().map(({ code }) => code) };
  };
  const titles = async () =>
    (
      await world.services.db.rows<{ title: string }>(
        "SELECT title FROM resources WHERE kind = 'LINK' AND state = 'PUBLISHED' ORDER BY title",
      )
    ).map(({ title }) => title);

  it('looks first, then publishes, then knows what is there by its address', async () => {
    const head = 'Adres;Tytuł;Opis;Autor;Temat;Licencja;Przedmiot;Minuty\n';
    const rows = `https://site.example/a;Ułamki;O ułamkach;Jan Ryś | Ewa Lis;${topic.name};CC BY-SA 4.0;Mathematics;45\nhttps://site.example/b;Czytanie;;;;;;\n`;
    expect(await run(head + rows, false)).toMatchObject({ created: 2, errors: 0 });
    expect(await titles()).toEqual([]);
    expect(await run(head + rows)).toMatchObject({ created: 2, errors: 0 });
    expect(await titles()).toEqual(['Czytanie', 'Ułamki']);
    expect(await run(head + rows)).toMatchObject({ created: 0, updated: 0, skipped: 2 });
    expect(await run(`${head}http://www.site.example/a/;Ułamki zwykłe;O ułamkach;Jan Ryś;;;;\n`)).toMatchObject({ updated: 1, created: 0 });
    expect(await titles()).toEqual(['Czytanie', 'Ułamki zwykłe']);
    const made = await world.services.db.row<{ licence: string | null; authors: string[]; territory_id: string; version_no: number }>(
      "SELECT licence, authors, territory_id, version_no FROM resources WHERE title = 'Ułamki zwykłe'",
    );
    expect(made).toEqual({ licence: null, authors: ['Jan Ryś'], territory_id: countyId, version_no: 2 });
  });

  it('rejects what it cannot read, and leaves what somebody here has written', async () => {
    const make = factories(world.services.db);
    const person = await make.person();
    const theirs = await make.resource({
      territoryId: countyId,
      kind: 'LINK',
      title: 'Mine',
      proposedBy: person,
      links: [{ url: 'https://mine.example/', title: '' }],
    });
    await world.services.db.row(`SELECT graphile_worker.add_job('ResourceChanged', $1::json)`, [JSON.stringify({ resourceId: theirs })]);
    await world.runJobs();
    const done = await run(
      'url,title,topics,licence,countyCode\n' +
        'https://mine.example,Theirs,,,\n' +
        'javascript:alert(1),Bad address,,,\n' +
        'https://c.example/,Topic,No such topic,,\n' +
        'https://d.example/,Licence,,Freeware,\n' +
        'https://e.example/,County,,,NOWHERE-9\n' +
        'https://f.example/,Twice,,,\n' +
        'https://f.example/#top,Twice,,,\n',
    );
    expect(done).toMatchObject({ created: 1, updated: 0, skipped: 1, errors: 5 });
    expect(done.codes.sort()).toEqual(['COUNTY_UNKNOWN', 'DUPLICATE_KEY', 'INVALID_CHOICE', 'INVALID_URL', 'TOPIC_UNKNOWN']);
    expect(await titles()).toContain('Mine');
  });
});
