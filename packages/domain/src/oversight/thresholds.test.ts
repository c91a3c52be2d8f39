import { parse } from '../values/index.js';
import { DEFAULT_THRESHOLDS, thresholdsForm, thresholdsFormOf, thresholdsOf } from './index.js';

describe('thresholdsForm', () => {
  const form = thresholdsFormOf(DEFAULT_THRESHOLDS);

  it('takes the defaults and gives them back', () => {
    expect(thresholdsOf(thresholdsForm.parse(form))).toEqual(DEFAULT_THRESHOLDS);
  });

  it('refuses limits that contradict each other', () => {
    const errors = (change: Partial<typeof form>): unknown => {
      const parsed = parse(thresholdsForm, { ...form, ...change });
      return parsed.ok ? [] : parsed.errors.map(({ path, code }) => [path.join('.'), code]);
    };
    expect(errors({ participationWatch: 61 })).toEqual([['participationWatch', 'TOO_BIG']]);
    expect(errors({ firstReplyWatch: 47 })).toEqual([['firstReplyWatch', 'TOO_SMALL']]);
    expect(errors({ activeWithinDays: 6 })).toEqual([['activeWithinDays', 'TOO_SMALL']]);
    expect(errors({ reportLateDays: 1.5 })).toEqual([['reportLateDays', 'INVALID']]);
  });
});
