import { portions, wordsOf } from './words.js';

describe('words of long texts', () => {
  const line = 'Οι μέλισσες, pszczoły и пчёлы of 3rd-year pupils.\n';

  it.each([
    ['many lines', line.repeat(2_000)],
    ['one short line', line],
    ['nothing', ''],
    ['one long word', 'b'.repeat(100_000)],
    ['a long word at the end', `${line.repeat(400)}${'b'.repeat(60_000)}`],
    ['white space', ' '.repeat(50_000)],
  ])('are found in portions as in the whole: %s', (_what, text) => {
    const parts = [...portions(text)];
    expect(parts.join('')).toBe(text);
    expect(parts.every((part) => part.length > 0 && part.length <= 16_384)).toBe(true);
    if (!/b{100}/u.test(text)) expect(parts.flatMap((part) => wordsOf(part, 'en'))).toEqual(wordsOf(text, 'en'));
  });
});
