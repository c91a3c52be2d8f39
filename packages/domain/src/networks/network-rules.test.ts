import { parse } from '../values/index.js';
import { newNetwork, openableYear, suspension } from './network-rules.js';

const network = {
  name: ' Safe  Internet ',
  kind: 'SUBJECT',
  professions: ['TEACHER', 'PRINCIPAL', 'TEACHER'],
  levels: [],
  purpose: 'To share what works',
  joiningRule: 'OPEN',
  lang: 'en',
};

describe('newNetwork', () => {
  it('cleans the name and keeps each choice once, in the order of the list', () => {
    const parsed = parse(newNetwork, network);
    expect(parsed).toMatchObject({ ok: true, value: { name: 'Safe Internet', professions: ['TEACHER', 'PRINCIPAL'] } });
  });

  it('names every field that is missing or unknown', () => {
    const parsed = parse(newNetwork, { ...network, name: ' ', kind: 'CLUB', professions: ['WIZARD'], joiningRule: undefined });
    expect(parsed).toEqual({
      ok: false,
      errors: [
        { path: ['name'], code: 'REQUIRED' },
        { path: ['kind'], code: 'INVALID_CHOICE' },
        { path: ['professions', '0'], code: 'INVALID_CHOICE' },
        { path: ['joiningRule'], code: 'INVALID_CHOICE' },
      ],
    });
  });
});

describe('openableYear', () => {
  it('is the current year after a gap, the next one otherwise, and none where that is open', () => {
    expect(openableYear(null, '2026/27')).toBe('2026/27');
    expect(openableYear('2023/24', '2026/27')).toBe('2026/27');
    expect(openableYear('2026/27', '2026/27')).toBe('2027/28');
    expect(openableYear('2027/28', '2026/27')).toBeNull();
  });
});

describe('suspension', () => {
  it('needs a day and a reason', () => {
    expect(parse(suspension, { until: '2026-02-30', reason: '' })).toMatchObject({
      ok: false,
      errors: [
        { path: ['until'], code: 'INVALID_DATE' },
        { path: ['reason'], code: 'REQUIRED' },
      ],
    });
  });
});
