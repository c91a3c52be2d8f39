import { translator, type Messages } from './translate.js';

const line = '{at, date, day}, {at, time, clock}';
const messages: Messages<'line'> = { en: { line }, el: { line }, pl: { line }, ru: { line } };

describe('translator', () => {
  it.each([
    ['en', '25 November 2026, 01:05'],
    ['el', '25 Νοεμβρίου 2026, 01:05'],
    ['pl', '25 listopada 2026, 01:05'],
    ['ru', '25 ноября 2026 г., 01:05'],
  ] as const)('writes days and times of %s in the time zone asked for, on the clock of 24 hours', (lang, words) => {
    const at = new Date('2026-11-24T23:05:00Z');
    expect(translator(messages, lang, 'Europe/Athens')('line', { at })).toBe(words);
    expect(translator(messages, lang)('line', { at })).toMatch(/^24 .*, 23:05$/);
  });
});
