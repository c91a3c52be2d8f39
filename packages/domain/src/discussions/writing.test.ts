import { handlesIn, MENTIONS_READ } from './writing.js';

describe('handlesIn', () => {
  it.each([
    ['@anna-nowak, what do you think?', ['anna-nowak']],
    ['(@anna) and **@petros-k2**. @anna again', ['anna', 'petros-k2']],
    ['Ρωτήστε την @maria-papa; Да, @ivan!', ['maria-papa', 'ivan']],
    ['write to anna@example.org or see https://example.org/@anna', []],
    ['@Anna @anna_b @@anna @-a @anna@example.org', []],
    ['', []],
  ])('reads %j', (body, handles) => {
    expect(handlesIn(body)).toEqual(handles);
  });

  it('reads a text of nothing else in no time and not to its end', () => {
    const body = Array.from({ length: 10_000 }, (_, index) => `@a${String(index)}`).join(' ');
    expect(handlesIn(body)).toHaveLength(MENTIONS_READ);
    expect(handlesIn('@a '.repeat(10_000))).toEqual(['a']);
  });
});
