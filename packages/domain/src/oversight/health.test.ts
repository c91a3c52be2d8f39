import { compareHealth, DEFAULT_THRESHOLDS, median, networkHealth, type NetworkFacts } from './index.js';

const TODAY = '2026-11-24';
const well: NetworkFacts = {
  createdOn: '2024-09-01',
  members: 20,
  activeMembers: 12,
  medianFirstReplyHours: 48,
  report: { dueOn: '2026-09-30', submitted: true },
  coordinatorVacant: false,
};
const overall = (change: Partial<NetworkFacts>): string => networkHealth({ ...well, ...change }, TODAY).overall;

describe('networkHealth', () => {
  it('turns each signal at its limits', () => {
    const signal = (change: Partial<NetworkFacts>, name: 'participation' | 'replies' | 'report', day = TODAY): string =>
      networkHealth({ ...well, ...change }, day).signals[name];
    expect([12, 11, 8, 7].map((activeMembers) => signal({ activeMembers }, 'participation'))).toEqual([
      'ON_TRACK',
      'WATCH',
      'WATCH',
      'AT_RISK',
    ]);
    expect(signal({ members: 0, activeMembers: 0 }, 'participation')).toBe('NO_DATA');
    expect([48, 48.1, 96, 97, null].map((medianFirstReplyHours) => signal({ medianFirstReplyHours }, 'replies'))).toEqual([
      'ON_TRACK',
      'WATCH',
      'WATCH',
      'AT_RISK',
      'NO_DATA',
    ]);
    const open = { report: { dueOn: '2026-09-30', submitted: false } };
    expect(['2026-09-30', '2026-10-01', '2026-10-14', '2026-10-15'].map((day) => signal(open, 'report', day))).toEqual([
      'ON_TRACK',
      'WATCH',
      'WATCH',
      'AT_RISK',
    ]);
    expect(signal({ report: null }, 'report')).toBe('NO_DATA');
  });

  it('sums the signals up', () => {
    expect(overall({})).toBe('ON_TRACK');
    expect(overall({ activeMembers: 8 })).toBe('ON_TRACK');
    expect(overall({ activeMembers: 8, medianFirstReplyHours: 60 })).toBe('WATCH');
    expect(overall({ report: { dueOn: '2026-09-30', submitted: false }, medianFirstReplyHours: 60 })).toBe('WATCH');
    expect(overall({ report: { dueOn: '2026-09-30', submitted: false }, medianFirstReplyHours: 100 })).toBe('AT_RISK');
    expect(overall({ coordinatorVacant: true })).toBe('AT_RISK');
    expect(overall({ createdOn: '2026-10-26', coordinatorVacant: true })).toBe('NO_DATA');
    expect(overall({ createdOn: '2026-10-25' })).toBe('ON_TRACK');
  });

  it('takes other limits', () => {
    expect(
      networkHealth({ ...well, activeMembers: 8 }, TODAY, { ...DEFAULT_THRESHOLDS, participationPercent: { onTrack: 40, watch: 20 } })
        .signals.participation,
    ).toBe('ON_TRACK');
  });

  it('puts the worst first', () => {
    const healths = [{}, { createdOn: TODAY }, { coordinatorVacant: true }, { activeMembers: 1 }, { activeMembers: 8 }].map((change) =>
      networkHealth({ ...well, ...change }, TODAY),
    );
    expect([...healths].sort(compareHealth).map((health) => healths.indexOf(health))).toEqual([2, 3, 4, 0, 1]);
  });

  it('finds the middle', () => {
    expect([median([]), median([3]), median([10, 2, 4]), median([1, 2, 4, 10])]).toEqual([null, 3, 4, 3]);
  });
});
