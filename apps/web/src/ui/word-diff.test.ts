import { wordDiff } from './word-diff.js';

const short = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `{-${text}-}` })[kind])
    .join('');

describe('wordDiff', () => {
  it.each([
    ['one two three', 'one two three', 'one two three'],
    ['one two three', 'one four three', 'one {-two-}{+four+} three'],
    ['', 'new text', '{+new text+}'],
    ['old text', '', '{-old text-}'],
    ['Καλό κείμενο.', 'Πολύ καλό κείμενο!', '{-Καλό-}{+Πολύ+} {+καλό +}κείμενο{-.-}{+!+}'],
    ['a\n\nb', 'a\n\nb\n\nc', 'a\n\nb{+\n\nc+}'],
  ])('of %j and %j', (before, after, expected) => {
    expect(short(before, after)).toBe(expected);
  });

  it('leads from each text to the other, for any texts', () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const text = () => Array.from({ length: next(30) }, () => ['a', 'b', 'λόγος', ' ', '\n', '.'][next(6)]).join('');
    for (let round = 0; round < 300; round += 1) {
      const [before, after] = [text(), text()];
      const parts = wordDiff(before, after);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }
  });

  it('does not hold the page up for the longest posts', () => {
    const words = (of: string) => Array.from({ length: 5_000 }, (_, index) => `${of}${String(index)}`).join(' ');
    expect(wordDiff(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
