import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSource, DEFAULT_CSV_LIMITS } from '../../platform/csv/index.js';
import { newId } from '../../platform/ids.js';
import { countyTree } from '../../testing/factories.js';
import { startWorld, type World } from '../../testing/world.js';
import { filesImport, METADATA_FILE } from './files.import.js';

/** A picture of one point. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('the import of a folder of files', () => {
  let world: World;
  let county: string;
  let folder: string;

  beforeAll(async () => {
    world = await startWorld();
    const { countyId } = await countyTree(world.services.db);
    county = (await world.services.db.row<{ code: string }>('SELECT code FROM territories WHERE id = $1', [countyId]))?.code ?? '';
    folder = await mkdtemp(join(tmpdir(), 'stoa-folder-'));
    await mkdir(join(folder, 'sheets'));
    await writeFile(join(folder, 'sheets', 'fractions.txt'), 'One half and one quarter of a cake.');
    await writeFile(join(folder, 'board.png'), PNG);
    await writeFile(join(folder, 'lies.png'), 'not a picture');
    await writeFile(join(tmpdir(), 'stoa-outside.txt'), 'a secret of the server');
    await symlink(join(tmpdir(), 'stoa-outside.txt'), join(folder, 'way-out.txt'));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
    await rm(join(tmpdir(), 'stoa-outside.txt'));
  });

  const HEAD = 'File;Kind;Title;Summary;Authors;Licence;Subject;Text alternative\n';
  const run = async (rows: string, execute = true) => {
    await writeFile(join(folder, METADATA_FILE), HEAD + rows);
    const { summary, errorsByLine } = await filesImport(folder).run(world.services, {
      ...{
        source: await fileSource(join(folder, METADATA_FILE)),
        execute,
        limits: DEFAULT_CSV_LIMITS,
        runId: newId(),
        by: 'operator' as const,
      },
      params: { lang: 'en', county },
    });
    const { created, updated, skipped, errors } = summary;
    return { created, updated, skipped, errors, codes: [...errorsByLine.values()].flat().map(({ code }) => code) };
  };
  const SHEET = 'sheets/fractions.txt;worksheet;Fractions;Halves;Jan Ryś;CC BY 4.0;Mathematics;\n';
  const BOARD = 'board.png;;The board;What stood on it;Ewa Lis;CC0;;A white board\n';

  it('looks first, then publishes each with its file, and knows them the next time', async () => {
    expect(await run(SHEET + BOARD, false)).toMatchObject({ created: 2, errors: 0 });
    expect(await world.services.db.rows('SELECT 1 FROM resource_files')).toEqual([]);
    expect(await run(SHEET + BOARD)).toMatchObject({ created: 2, errors: 0 });
    expect(await run(SHEET + BOARD)).toMatchObject({ created: 0, updated: 0, skipped: 2 });
    expect(await run(SHEET.replace('Halves', 'Quarters') + BOARD)).toMatchObject({ updated: 1, skipped: 1 });

    const rows = await world.services.db.rows<{ title: string; kind: string; name: string; mime: string; alt: string }>(
      `SELECT r.title, r.kind, f.name, f.mime, v.content -> 'files' -> 0 ->> 'alt' AS alt FROM resources r JOIN resource_files f ON f.resource_id = r.id
       JOIN resource_versions v ON v.resource_id = r.id AND v.no = r.version_no AND v.content -> 'files' -> 0 ->> 'id' = f.id::text ORDER BY r.title`,
    );
    expect(rows).toEqual([
      { title: 'Fractions', kind: 'WORKSHEET', name: 'fractions.txt', mime: expect.stringContaining('text/plain') as string, alt: '' },
      { title: 'The board', kind: 'GUIDE', name: 'board.png', mime: 'image/png', alt: 'A white board' },
    ]);
  });

  it('lets them be found by the words that stand in them alone', async () => {
    await world.runJobs();
    const { data } = await world.as(null)<{ library: { edges: { node: { title: string } }[] } }>(
      '{ library(first: 5, query: "cake") { edges { node { title } } } }',
    );
    expect(data.library.edges.map(({ node }) => node.title)).toEqual(['Fractions']);
  });

  it('names the rows whose file is not there, lies outside, or is not what it says', async () => {
    const rows = ['nowhere.pdf', '../stoa-outside.txt', 'way-out.txt', 'sheets', 'lies.png'].map(
      (file, at) => `${file};;Title ${at};;Somebody;;;\n`,
    );
    expect(await run(`${rows.join('')}board.png;;No author;;;;;\n`)).toMatchObject({
      created: 0,
      errors: 6,
      codes: ['VALUE_MISSING', 'FILE_MISSING', 'FILE_MISSING', 'FILE_MISSING', 'FILE_MISSING', 'FILE_LIES'],
    });
    expect(await world.services.db.row("SELECT count(*)::int AS n FROM files WHERE name LIKE '%outside%'")).toEqual({ n: 0 });
  });
});
