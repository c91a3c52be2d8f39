import { parse } from '../values/index.js';
import { inAudience, mayLieIn, openingHoursRule, type OpeningHours, openState, parentKind, TERRITORY_KINDS } from './index.js';

describe('openState', () => {
  const hours: OpeningHours = {
    weekly: [1, 2, 3, 4, 5].flatMap((day) => [
      { day, from: '16:00', to: '18:00' },
      { day, from: '08:00', to: '14:00' },
    ]),
    exceptions: [
      { date: '2026-11-25', spans: [] },
      { date: '2026-11-28', spans: [{ from: '10:00', to: '12:00' }] },
    ],
  };
  const at = (instant: string): ReturnType<typeof openState> => openState(hours, new Date(instant), 'Europe/Athens');

  it('follows the clocks of the place', () => {
    expect(at('2026-11-24T06:00:00Z')).toEqual({ state: 'OPEN', until: '14:00' });
    expect(at('2026-11-24T05:59:00Z')).toEqual({ state: 'CLOSED', opensOn: '2026-11-24', opensAt: '08:00', closedToday: false });
    expect(at('2026-11-24T12:00:00Z')).toEqual({ state: 'CLOSED', opensOn: '2026-11-24', opensAt: '16:00', closedToday: false });
  });

  it('skips closed days and takes the hours of exceptions', () => {
    expect(at('2026-11-24T17:00:00Z')).toEqual({ state: 'CLOSED', opensOn: '2026-11-26', opensAt: '08:00', closedToday: false });
    expect(at('2026-11-25T09:00:00Z')).toMatchObject({ opensOn: '2026-11-26', closedToday: true });
    expect(at('2026-11-28T08:30:00Z')).toEqual({ state: 'OPEN', until: '12:00' });
    expect(openState({ weekly: [], exceptions: [] }, new Date(0), 'Europe/Athens')).toEqual({ state: 'UNKNOWN' });
  });

  it('has a rule for what a form sends', () => {
    expect(parse(openingHoursRule(), hours).ok).toBe(true);
    expect(parse(openingHoursRule(), { weekly: [{ day: 1, from: '10:00', to: '09:00' }], exceptions: [] })).toEqual({
      ok: false,
      errors: [{ path: ['weekly', '0', 'to'], code: 'ENDS_BEFORE_START' }],
    });
  });
});

describe('kinds', () => {
  it('knows what lies in what', () => {
    expect((['COUNTRY', 'REGION', 'COUNTY', 'MUNICIPALITY'] as const).map(parentKind)).toEqual([null, 'COUNTRY', 'REGION', 'COUNTY']);
  });

  it('takes into an audience whom it names', () => {
    const audience = { professions: ['PSYCHOLOGIST', 'PEDAGOGUE'], levels: ['PRIMARY'] } as const;
    expect(inAudience(audience, { profession: 'PSYCHOLOGIST', level: 'PRIMARY' })).toBe(true);
    expect(inAudience(audience, { profession: 'PSYCHOLOGIST', level: 'COMBINED' })).toBe(true);
    expect(inAudience(audience, { profession: 'PSYCHOLOGIST', level: null })).toBe(false);
    expect(inAudience(audience, { profession: 'TEACHER', level: 'PRIMARY' })).toBe(false);
    expect(inAudience({ professions: [], levels: [] }, { profession: 'OTHER', level: null })).toBe(true);
  });
});

it('lets a territory lie in a wider one only, and a country in none', () => {
  const allowed = TERRITORY_KINDS.map((kind) => [null, ...TERRITORY_KINDS].filter((parent) => mayLieIn(kind, parent)));
  expect(allowed).toEqual([[null], ['COUNTRY'], ['COUNTRY', 'REGION'], ['COUNTRY', 'REGION', 'COUNTY']]);
});
