import { createFormats } from './formats.js';

const noon = new Date(2026, 11, 3, 14, 5);

describe('formats', () => {
  it('writes months in the case that a date asks for', () => {
    expect(createFormats('el').date(noon)).toBe('3 Δεκεμβρίου 2026');
    expect(createFormats('pl').date(noon)).toBe('3 grudnia 2026');
    expect(createFormats('ru').month(noon)).toBe('декабрь');
  });

  it('counts 24 hours in every language', () => {
    for (const language of ['en', 'el', 'pl', 'ru']) expect(createFormats(language).time(noon)).toBe('14:05');
  });

  it('says how long ago in the largest whole unit', () => {
    expect(createFormats('en').relative(new Date(2026, 11, 1, 14, 5), noon)).toBe('2 days ago');
    expect(createFormats('ru').relative(new Date(2026, 11, 3, 19, 5), noon)).toBe('через 5 часов');
  });

  it('writes sizes in the largest unit that gives a whole one', () => {
    expect([0, 900, 1536, 20 * 2 ** 20, 3.5 * 2 ** 30].map(createFormats('en').bytes)).toEqual([
      '0 bytes',
      '900 bytes',
      '1.5 kB',
      '20 MB',
      '3.5 GB',
    ]);
    expect([createFormats('ru').bytes(1536), createFormats('pl').bytes(2 ** 20)]).toEqual(['1,5 кБ', '1 MB']);
  });

  it('joins lists as the language does', () => {
    expect(createFormats('pl').list(['a', 'b', 'c'])).toBe('a, b i c');
  });
});
