import { parse } from '../values/index.js';
import { RETENTION_BOUNDS, RETENTION_NAMES, retentionForm } from './index.js';

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
