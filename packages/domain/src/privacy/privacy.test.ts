import { legalActs, transition } from '../transition.js';
import { parse } from '../values/index.js';
import { CORRECTION, correctionAnswer, correctionForm, RETENTION_BOUNDS, RETENTION_NAMES, retentionForm } from './index.js';

describe('how long something is kept', () => {
  it.each(RETENTION_NAMES.map((name) => [name]))('is by default within its bounds: %s', (name) => {
    const { days, min, max } = RETENTION_BOUNDS[name];
    expect(min).toBeGreaterThan(0);
    for (const each of [days, min, max]) expect(parse(retentionForm(name), { days: each })).toEqual({ ok: true, value: { days: each } });
    for (const [each, code] of [
      [min - 1, 'TOO_SMALL'],
      [max + 1, 'TOO_BIG'],
      [min + 0.5, 'INVALID'],
      [Number.NaN, 'REQUIRED'],
    ] as const)
      expect(parse(retentionForm(name), { days: each })).toMatchObject({ ok: false, errors: [{ code }] });
  });
});

describe('a request for correction', () => {
  const form = { subject: 'APPOINTMENT', wrong: 'The appointment ends in June', correct: 'It ends in August' };

  it('says what is wrong and what is right', () => {
    expect(parse(correctionForm, form)).toEqual({ ok: true, value: form });
    expect(parse(correctionForm, { ...form, wrong: ' ', subject: 'WEATHER' })).toMatchObject({
      ok: false,
      errors: [
        { path: ['subject'], code: 'INVALID_CHOICE' },
        { path: ['wrong'], code: 'REQUIRED' },
      ],
    });
  });

  it('is answered once, and declined with a reason alone', () => {
    expect(transition(CORRECTION, 'OPEN', 'DONE')).toBe('DONE');
    expect(legalActs(CORRECTION, 'DONE')).toEqual([]);
    expect(legalActs(CORRECTION, 'DECLINED')).toEqual([]);
    expect(parse(correctionAnswer('DONE'), { answer: '' })).toEqual({ ok: true, value: { answer: null } });
    expect(parse(correctionAnswer('DECLINED'), { answer: '' })).toMatchObject({
      ok: false,
      errors: [{ path: ['answer'], code: 'REQUIRED' }],
    });
  });
});
