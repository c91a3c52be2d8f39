import { buffer } from 'node:stream/consumers';
import type { RowError } from './csv-error.js';
import { detectFormat } from './detect.js';
import { DEFAULT_CSV_LIMITS as limits } from './limits.js';
import { labelsOf, mapColumns } from './mapping.js';
import type { ImportDefinition } from './mapping.js';
import { runImport } from './plan.js';
import type { ImportOptions, ImportRow, ImportTarget } from './plan.js';
import { rejectsStream } from './rejects.js';
import { bytesSource } from './source.js';
import type { Decision } from './tally.js';

interface Item {
  code: string;
  name: string;
  parent: string | null;
}

const definition: ImportDefinition<Item> = {
  kind: 'items',
  columns: {
    code: { labels: ['kod'], required: true, parse: (value) => (/^\d+$/.test(value) ? { value } : { code: 'CODE_MALFORMED' }) },
    name: { labels: ['nazwa'], required: true, parse: (value) => ({ value }) },
    parent: { labels: ['nadrzędny'], required: false, parse: (value) => ({ value: value || null }) },
  },
  keyOf: (row) => row.code,
};

/** A store in memory that remembers the batches it was given. */
class Store implements ImportTarget<Item> {
  readonly batches: number[] = [];
  constructor(
    readonly names = new Map<string, string>(),
    readonly passes = 1,
  ) {}

  passOf(row: Item): number {
    return this.passes === 1 || row.parent === null ? 0 : 1;
  }

  async resolve(rows: readonly ImportRow<Item>[]): Promise<Decision[]> {
    return rows.map(({ value: { code, name, parent } }): Decision => {
      if (parent === '404') return { errors: [{ code: 'PARENT_UNKNOWN', column: 'parent', value: parent }] };
      const before = this.names.get(code);
      return { action: before === undefined ? 'create' : before === name ? 'skip' : 'update' };
    });
  }

  async apply(rows: readonly ImportRow<Item>[]): Promise<Decision[]> {
    this.batches.push(rows.length);
    const decisions = await this.resolve(rows);
    rows.forEach(({ value }, at) => {
      if (!('errors' in decisions[at]!)) this.names.set(value.code, value.name);
    });
    return decisions;
  }
}

async function options(csv: string, target: ImportTarget<Item>): Promise<ImportOptions<Item>> {
  const source = bytesSource(Buffer.from(csv));
  const format = await detectFormat(source, { limits, labels: labelsOf(definition) });
  return { source, format, mapping: mapColumns(format.headers, definition), definition, target, limits, execute: true };
}

const MIXED = 'Kod;Nazwa;Nadrzędny\n1;jeden;\n2;dwa;1\nx;zły;1\n2;znowu;1\n3;;\n4;cztery;404\n5;\n';

it('counts a dry run without changing anything and groups errors by kind', async () => {
  const store = new Store(
    new Map([
      ['1', 'jeden'],
      ['2', 'zwei'],
    ]),
  );
  const { summary } = await runImport({ ...(await options(MIXED, store)), execute: false });
  expect(store.batches).toEqual([]);
  expect(summary).toEqual({
    read: 7,
    created: 0,
    updated: 1,
    skipped: 1,
    errors: 5,
    cancelled: false,
    errorsByKind: [
      { code: 'CODE_MALFORMED', count: 1, samples: [{ line: 4, column: 'code', value: 'x' }] },
      { code: 'DUPLICATE_KEY', count: 1, samples: [{ line: 5, value: '2', otherLine: 3 }] },
      { code: 'PARENT_UNKNOWN', count: 1, samples: [{ line: 7, column: 'parent', value: '404' }] },
      { code: 'ROW_TOO_SHORT', count: 1, samples: [{ line: 8, value: '2' }] },
      { code: 'VALUE_MISSING', count: 1, samples: [{ line: 6, column: 'name', value: '' }] },
    ],
  });
});

it('does what the dry run said, and nothing the second time', async () => {
  const store = new Store();
  const run = await options(MIXED, store);
  const { summary: said } = await runImport({ ...run, execute: false });
  const { summary: done } = await runImport(run);
  expect(done).toEqual(said);
  expect(done).toMatchObject({ created: 2, updated: 0, skipped: 0, errors: 5 });
  const { summary: again } = await runImport(run);
  expect(again).toMatchObject({ read: 7, created: 0, updated: 0, skipped: 2, errors: 5 });
});

it('decides rows in the passes that the target asks for, and surveys all of them before', async () => {
  const store = new Store(new Map(), 2);
  const order: string[] = [];
  const target: ImportTarget<Item> = {
    passes: 2,
    passOf: (row) => store.passOf(row),
    survey: (row) => order.push(`survey ${row.key}`),
    resolve: (rows) => store.resolve(rows),
    apply: (rows) => {
      order.push(`apply ${rows.map((row) => row.key).join()}`);
      return store.apply(rows);
    },
  };
  await runImport(await options('kod,nazwa,nadrzędny\n2,child,1\n3,child,1\n1,parent,\n', target));
  expect(order).toEqual(['survey 2', 'survey 3', 'survey 1', 'apply 1', 'apply 2,3']);
});

it('hands 20,000 rows over in batches and holds none back', async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `${at},name ${at},`);
  const store = new Store();
  const fractions: number[] = [];
  const run = await options(`kod,nazwa,nadrzędny\n${lines.join('\n')}\n`, store);
  const { summary, errorsByLine } = await runImport({ ...run, batchSize: 500, onProgress: ({ fraction }) => fractions.push(fraction) });
  expect(summary).toMatchObject({ read: 20_000, created: 20_000, errors: 0 });
  expect(store.batches).toEqual(Array.from({ length: 40 }, () => 500));
  expect(errorsByLine.size).toBe(0);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
});

it('keeps committed batches when cancelled, says so, and completes on the next run', async () => {
  const stop = new AbortController();
  const store = new Store();
  const run = await options('kod,nazwa,nadrzędny\n1,a,\n2,b,\n3,c,\n4,d,\n', store);
  const stopping: ImportTarget<Item> = {
    resolve: (rows) => store.resolve(rows),
    apply: async (rows) => {
      stop.abort();
      return store.apply(rows);
    },
  };
  const { summary } = await runImport({ ...run, target: stopping, batchSize: 2, signal: stop.signal });
  expect(summary).toMatchObject({ created: 2, cancelled: true });
  expect((await runImport(run)).summary).toMatchObject({ created: 2, skipped: 2, cancelled: false });
});

it('refuses a file without a required column, by name', async () => {
  await expect(runImport(await options('kod;inne\n1;2\n', new Store()))).rejects.toMatchObject({
    code: 'COLUMN_MISSING',
    details: { column: 'name' },
  });
});

it('writes rejects that can be corrected and imported again, formulas made text', async () => {
  const run = await options('Kod;Nazwa;Nadrzędny\n1;jeden;\nx;"=HYPERLINK(""u"")";1\n3;@c;404\n4;a;b;extra\n', new Store());
  const { errorsByLine } = await runImport({ ...run, execute: false });
  const describe = (error: RowError): string => `${error.code} ${error.column ?? ''}`.trim();
  const stream = rejectsStream({ ...run, errorsByLine, labels: { line: 'Wiersz', error: 'Błąd' }, describe });
  const rejects = (await buffer(stream)).toString();
  expect(rejects).toBe(
    '\uFEFFKod;Nazwa;Nadrzędny;Wiersz;Błąd\nx;"\'=HYPERLINK(""u"")";1;3;CODE_MALFORMED code\n3;\'@c;404;4;PARENT_UNKNOWN parent\n4;a;b;5;ROW_TOO_LONG;extra\n',
  );
  const store = new Store();
  const mended = rejects.replace('\nx;', '\n2;').replace(';404;', ';;').replace(';extra', '');
  const { summary } = await runImport(await options(mended, store));
  expect(summary).toMatchObject({ read: 3, created: 3, errors: 0 });
  expect([...store.names]).toEqual([
    ['2', '=HYPERLINK("u")'],
    ['3', '@c'],
    ['4', 'a'],
  ]);
});
