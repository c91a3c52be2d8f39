import iconv from 'iconv-lite';
import { DEFAULT_CSV_LIMITS } from './limits.js';
import type { CsvLimits } from './limits.js';
import { readRows } from './read.js';
import type { CsvRow } from './read.js';
import { bytesSource } from './source.js';
import type { CsvSource } from './source.js';

type Format = Parameters<typeof readRows>[1];
const format: Format = { encoding: 'utf-8', separator: ';', rowsBeforeHeader: 0, headers: ['a', 'b'] };

async function read(source: CsvSource | string, limits: Partial<CsvLimits> = {}, extra: Partial<Format> = {}): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  const from = typeof source === 'string' ? bytesSource(Buffer.from(source)) : source;
  const options = { limits: { ...DEFAULT_CSV_LIMITS, ...limits } };
  for await (const row of readRows(from, { ...format, ...extra }, options)) rows.push(row);
  return rows;
}

it('keeps the line where each row begins, over quotes, line breaks in cells, empty lines and all line ends', async () => {
  const rows = await read('a;b\r\n1;"say ""yes"""\r\n\r\n2;"two\r\nlines; still one"\r\n3;Szkoła "Bajka"\r\n');
  expect(rows).toEqual([
    { line: 2, cells: ['1', 'say "yes"'], errors: [] },
    { line: 4, cells: ['2', 'two\r\nlines; still one'], errors: [] },
    { line: 6, cells: ['3', 'Szkoła "Bajka"'], errors: [] },
  ]);
  expect((await read('a;b\n1;2\n3;4')).map((row) => row.line)).toEqual([2, 3]);
  expect((await read('a;b\r1;2\r3;4\r')).map((row) => row.line)).toEqual([2, 3]);
});

it('leaves a byte order mark and rows above the header out', async () => {
  const rows = await read(bytesSource(iconv.encode('title\na;b\n1;2\n', 'utf-8', { addBOM: true })), {}, { rowsBeforeHeader: 1 });
  expect(rows).toEqual([{ line: 3, cells: ['1', '2'], errors: [] }]);
});

it('reports ragged rows and forgives empty cells behind the last column', async () => {
  const rows = await read('a;b\n1;2;3\n4\n5;6;;\n');
  expect(rows.map((row) => row.errors)).toEqual([[{ code: 'ROW_TOO_LONG', value: '3' }], [{ code: 'ROW_TOO_SHORT', value: '1' }], []]);
  expect(rows[2]!.cells).toEqual(['5', '6']);
});

it('reports U+0000, characters that the encoding could not give and overlong cells, by column', async () => {
  const rows = await read(
    bytesSource(Buffer.concat([Buffer.from('a;b\nx\0y;1\n'), Buffer.from([0xa3, 0x3b, 0x32, 0x0a]), Buffer.from('3;long cell\n')])),
    { maxCellChars: 6 },
  );
  expect(rows.map((row) => row.errors)).toEqual([
    [{ code: 'NUL_CHARACTER', column: 'a', value: 'x␀y' }],
    [{ code: 'UNREADABLE_CHARACTER', column: 'a', value: '\uFFFD' }],
    [{ code: 'CELL_TOO_LONG', column: 'b', value: 'long cell' }],
  ]);
});

it('decodes letters that lie across chunks', async () => {
  const bytes = Buffer.from('a;b\nżółw;ś\n');
  const bytewise: CsvSource = {
    size: bytes.length,
    async *open() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    },
  };
  expect(await read(bytewise)).toEqual([{ line: 2, cells: ['żółw', 'ś'], errors: [] }]);
  expect(await read(bytesSource(iconv.encode('a;b\nżółw;ś\n', 'windows-1250')), {}, { encoding: 'windows-1250' })).toMatchObject([
    { cells: ['żółw', 'ś'] },
  ]);
});

it('refuses too many rows, too many bytes, a row without end and a quote without end', async () => {
  await expect(read('a;b\n1;2\n3;4\n5;6\n', { maxRows: 2 })).rejects.toMatchObject({
    code: 'TOO_MANY_ROWS',
    details: { limit: 2, line: 4 },
  });
  await expect(read('a;b\n1;2\n', { maxBytes: 5 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', details: { limit: 5 } });
  await expect(read(`a;b\n1;2\n3;"${'4\n'.repeat(500)}`, { maxRowChars: 100 })).rejects.toMatchObject({
    code: 'ROW_TOO_LARGE',
    details: { line: 3 },
  });
  await expect(read('a;b\n1;2\n3;"4\n5;6\n')).rejects.toMatchObject({ code: 'QUOTE_NOT_CLOSED', details: { line: 3 } });
});

it('asks for bytes only as rows are taken, so that memory does not grow with the file', async () => {
  const total = 50_000;
  const perChunk = 1000;
  let produced = 0;
  let furthestAhead = 0;
  let taken = 0;
  let good = 0;
  const source: CsvSource = {
    size: 0,
    async *open() {
      yield Buffer.from('a;b\n');
      for (let at = 0; at < total; at += perChunk) {
        const lines = Array.from({ length: perChunk }, (_, i) => `${at + i};name ${at + i}\n`);
        produced += perChunk;
        yield Buffer.from(lines.join(''));
      }
    },
  };
  const options = { limits: DEFAULT_CSV_LIMITS };
  for await (const row of readRows(source, format, options)) {
    taken += 1;
    furthestAhead = Math.max(furthestAhead, produced - taken);
    if (row.errors.length === 0) good += 1;
  }
  expect(taken).toBe(total);
  expect(good).toBe(total);
  // A few chunks in the buffers of the streams, whatever the length of the file.
  expect(furthestAhead).toBeLessThanOrEqual(8 * perChunk);
});

it('stops without error when aborted', async () => {
  const stop = new AbortController();
  const seen: string[] = [];
  for await (const row of readRows(bytesSource(Buffer.from('a;b\n1;2\n3;4\n5;6\n')), format, {
    limits: DEFAULT_CSV_LIMITS,
    signal: stop.signal,
  })) {
    seen.push(row.cells[0]!);
    stop.abort();
  }
  expect(seen).toEqual(['1']);
});
