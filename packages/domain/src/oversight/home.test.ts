import { homeGroup, snoozedUntil } from './index.js';

const ZONE = 'Europe/Athens';
const NOW = new Date('2026-11-24T07:00:00Z');

describe('homeGroup', () => {
  it('sorts by the day in the country', () => {
    const group = (due: string | null): string | null => homeGroup(due === null ? null : new Date(due), NOW, ZONE);
    expect(group('2026-11-24T06:59:00Z')).toBe('OVERDUE');
    expect(group('2026-11-24T21:59:00Z')).toBe('TODAY');
    expect(group('2026-11-24T22:01:00Z')).toBe('THIS_WEEK');
    expect(group('2026-12-01T21:59:00Z')).toBe('THIS_WEEK');
    expect(group('2026-12-01T22:01:00Z')).toBeNull();
    expect(group(null)).toBe('THIS_WEEK');
  });
});

describe('snoozedUntil', () => {
  it('names tomorrow or next Monday', () => {
    expect(snoozedUntil('TOMORROW', '2026-11-30', 1)).toBe('2026-12-01');
    expect(snoozedUntil('NEXT_WEEK', '2026-11-24', 2)).toBe('2026-11-30');
    expect(snoozedUntil('NEXT_WEEK', '2026-11-30', 1)).toBe('2026-12-07');
    expect(snoozedUntil('NEXT_WEEK', '2026-11-29', 7)).toBe('2026-11-30');
  });
});
