import {
  canonicalJson,
  compareFigures,
  type FigureTable,
  hashedContent,
  missingNarrative,
  type ReportContent,
  type ReportSection,
  sumSmallRows,
} from './index.js';

function section(members: number, bySchool: number): ReportSection {
  return {
    key: 'members',
    figures: [{ key: 'active', value: members, unit: 'PERSONS', asOf: '2026-08-31', rowsKey: 'members.active' }],
    tables: [
      { key: 'schools', columns: ['members', 'posts'], rows: [{ key: 's1', label: 'Szkoła 1', values: [bySchool, 3], rowsKey: null }] },
    ],
  };
}

describe('compareFigures', () => {
  it('names what changed, came and went', () => {
    expect(compareFigures([section(9, 2)], [section(9, 2)])).toEqual([]);
    expect(compareFigures([section(9, 2)], [section(10, 2)])).toEqual([{ path: 'members/active', from: 9, to: 10 }]);
    expect(compareFigures([section(9, 2)], [section(9, 1)])).toEqual([{ path: 'members/schools/s1/members', from: 2, to: 1 }]);
    expect(
      compareFigures([], [{ key: 'posts', figures: [{ key: 'all', value: 0, asOf: '2026-08-31', rowsKey: null }], tables: [] }]),
    ).toEqual([{ path: 'posts/all', from: null, to: 0 }]);
  });
});

describe('content', () => {
  it('has one JSON form', () => {
    expect(canonicalJson({ b: [1, -0, 'ż"'], a: { d: null, c: true } })).toBe('{"a":{"c":true,"d":null},"b":[1,0,"ż\\""]}');
    expect(() => canonicalJson([Number.NaN])).toThrow(TypeError);
  });

  it('hashes figures and words, whatever the order of keys', () => {
    const content: ReportContent = {
      ownerId: 'n1',
      schoolYear: '2025/26',
      revision: 1,
      sections: [section(9, 2)],
      narrative: { HIGHLIGHTS: 'a', NEXT_YEAR: 'b' },
    };
    const turned: ReportContent = {
      narrative: { NEXT_YEAR: 'b', HIGHLIGHTS: 'a' },
      sections: [section(9, 2)],
      revision: 1,
      schoolYear: '2025/26',
      ownerId: 'n1',
    };
    expect(hashedContent(turned)).toBe(hashedContent(content));
    expect(hashedContent({ ...content, sections: [section(10, 2)] })).not.toBe(hashedContent(content));
    expect(hashedContent({ ...content, narrative: { HIGHLIGHTS: 'A', NEXT_YEAR: 'b' } })).not.toBe(hashedContent(content));
    expect(missingNarrative(content.narrative)).toEqual(['CONCLUSIONS']);
  });

  it('sums schools under the threshold', () => {
    const row = (key: string, members: number): FigureTable['rows'][number] => ({ key, label: key, values: [members, 1], rowsKey: key });
    const table: FigureTable = { key: 'schools', columns: ['members', 'posts'], rows: [row('a', 4), row('b', 5), row('c', 1)] };
    expect(sumSmallRows(table, 'members', 5, { key: 'other', label: 'Other' }).rows).toEqual([
      row('b', 5),
      { key: 'other', label: 'Other', values: [5, 2], rowsKey: null },
    ]);
    expect(sumSmallRows(table, 'members', 1, { key: 'other', label: 'Other' })).toBe(table);
  });
});
