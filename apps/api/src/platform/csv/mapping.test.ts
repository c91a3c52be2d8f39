import { mapColumns, mapRow, missingColumns } from './mapping.js';
import type { ImportDefinition } from './mapping.js';

interface Item {
  code: string;
  size: 'SMALL' | 'LARGE';
  note: string | null;
}

const definition: ImportDefinition<Item> = {
  kind: 'items',
  columns: {
    code: { labels: ['kod', 'κωδικός', 'код'], required: true, parse: (text) => ({ value: text }) },
    size: {
      labels: ['wielkość', 'μέγεθος', 'размер'],
      required: true,
      values: { SMALL: ['mała', 'μικρό', 'малый'], LARGE: ['duża', 'μεγάλο', 'большой'] },
      parse: (text) => (text === 'SMALL' || text === 'LARGE' ? { value: text } : { code: 'SIZE_UNKNOWN' }),
    },
    note: { labels: ['uwagi', 'παρατηρήσεις', 'примечание'], required: false, parse: (text) => ({ value: text === '' ? null : text }) },
  },
  keyOf: (row) => row.code,
};

const row = (...cells: string[]) => ({ line: 2, cells, errors: [] });

it.each([
  [['KOD', 'Wielkość', 'Uwagi:']],
  [['ΚΩΔΙΚΟΣ', 'Μέγεθος', 'παρατηρησεις']],
  [['Код', 'РАЗМЕР', 'Примечание']],
  [['Code', 'size', 'note']],
])('finds the columns of %j whatever case, accents and punctuation', (headers) => {
  expect(mapColumns(headers, definition).columns).toEqual(['code', 'size', 'note']);
});

it('fills a column once, from the first header that fits, and leaves unknown headers alone', () => {
  const mapping = mapColumns(['x', 'kod', 'κωδικός'], definition);
  expect(mapping.columns).toEqual([null, 'code', null]);
  expect(missingColumns(mapping, definition)).toEqual(['size']);
});

it('lets a person map by hand, leave a column out and name values', () => {
  const headers = ['kod', 'symbol', 'klasa'];
  const mapping = mapColumns(headers, definition, {
    columns: { kod: '', symbol: 'code', klasa: 'size' },
    values: { size: { 'Klasa A': 'SMALL' } },
  });
  expect(mapping.columns).toEqual([null, 'code', 'size']);
  expect(mapRow(row('x', '7', 'KLASA A'), mapping, definition)).toEqual({ value: { code: '7', size: 'SMALL', note: null } });
  expect(mapRow(row('x', '7', 'ΜΕΓΑΛΟ'), mapping, definition)).toEqual({ value: { code: '7', size: 'LARGE', note: null } });
});

it('refuses corrections that name nothing or one column twice', () => {
  expect(() => mapColumns(['a'], definition, { columns: { b: 'code' } })).toThrow(
    expect.objectContaining({ code: 'COLUMN_UNKNOWN', details: { column: 'b' } }),
  );
  expect(() => mapColumns(['a'], definition, { columns: { a: 'toString' } })).toThrow(expect.objectContaining({ code: 'COLUMN_UNKNOWN' }));
  expect(() => mapColumns(['a', 'b'], definition, { columns: { a: 'code', b: 'code' } })).toThrow(
    expect.objectContaining({ code: 'COLUMN_MAPPED_TWICE', details: { column: 'code' } }),
  );
});

it('collects what is wrong with a row, cell by cell', () => {
  const mapping = mapColumns(['kod', 'wielkość'], definition);
  expect(mapRow(row('  ', 'ogromna'), mapping, definition)).toEqual({
    errors: [
      { code: 'VALUE_MISSING', column: 'code', value: '' },
      { code: 'SIZE_UNKNOWN', column: 'size', value: 'ogromna' },
    ],
  });
  expect(mapRow({ line: 2, cells: ['1'], errors: [{ code: 'ROW_TOO_SHORT' }] }, mapping, definition)).toEqual({
    errors: [{ code: 'ROW_TOO_SHORT' }],
  });
});

it('composes and trims texts and takes the apostrophe before a formula off', () => {
  const mapping = mapColumns(['kod', 'wielkość', 'uwagi'], definition);
  expect(mapRow(row(' o\u0301 ', 'mała', "'=1+1"), mapping, definition)).toEqual({ value: { code: 'ó', size: 'SMALL', note: '=1+1' } });
  expect(mapRow(row('1', 'mała', "'quoted'"), mapping, definition)).toMatchObject({ value: { note: "'quoted'" } });
});
