import {
  addDays,
  boundsOf,
  daysBetween,
  isDate,
  isFirstDay,
  isTime,
  localTime,
  nextYear,
  parseSchoolYear,
  planDue,
  previousYear,
  reportDue,
  schoolYearSlug,
  weekday,
  yearAt,
  yearOf,
} from './index.js';

describe('school year', () => {
  it('is read and written', () => {
    expect(parseSchoolYear(' 2026/27 ')).toBe('2026/27');
    expect(parseSchoolYear('2026-27')).toBe('2026/27');
    expect(parseSchoolYear('1999/00')).toBe('1999/00');
    expect(parseSchoolYear('2026/28')).toBeUndefined();
    expect(parseSchoolYear('26/27')).toBeUndefined();
    expect(schoolYearSlug('2026/27')).toBe('2026-27');
  });

  it('holds its first and last day', () => {
    expect(yearOf('2026-08-31')).toBe('2025/26');
    expect(yearOf('2026-09-01')).toBe('2026/27');
    expect(boundsOf('2026/27')).toEqual({ first: '2026-09-01', last: '2027-08-31' });
    expect(yearOf('2026-08-20', { month: 8, day: 15 })).toBe('2026/27');
    expect(boundsOf('1999/00', { month: 8, day: 15 })).toEqual({ first: '1999-08-15', last: '2000-08-14' });
    expect(() => boundsOf('2026/28')).toThrow(RangeError);
  });

  it('follows the clocks of the country at an instant', () => {
    const instant = new Date('2026-08-31T21:30:00Z');
    expect(yearAt(instant, 'Europe/Athens')).toBe('2026/27');
    expect(yearAt(instant, 'Europe/Warsaw')).toBe('2025/26');
    expect(localTime(instant, 'Europe/Athens')).toEqual({ date: '2026-09-01', time: '00:30' });
  });

  it('has neighbours and days by which things are due', () => {
    expect(nextYear('1999/00')).toBe('2000/01');
    expect(previousYear('2000/01')).toBe('1999/00');
    expect(reportDue('2025/26')).toBe('2026-09-30');
    expect(planDue('2026/27')).toBe('2026-10-15');
    expect(isFirstDay({ month: 2, day: 29 })).toBe(false);
    expect(isFirstDay({ month: 8, day: 15 })).toBe(true);
  });
});

describe('dates', () => {
  it('knows which days and times there are', () => {
    expect(['2026-02-28', '2028-02-29', '2026-02-29', '2026-13-01', '0000-01-01', 'today'].map(isDate)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(['00:00', '23:59', '24:00', '9:00'].map(isTime)).toEqual([true, true, false, false]);
  });

  it('counts days across changes of clocks', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
    expect([weekday('2026-11-22'), weekday('2026-11-23')]).toEqual([7, 1]);
  });
});
