import {
  AFFILIATION,
  ANNUAL_REPORT,
  appointmentState,
  CENTRE,
  isFrozen,
  isSuspendedAt,
  isTerm,
  joiningState,
  legalActs,
  MEMBERSHIP,
  NETWORK_YEAR,
  SCHOOL,
  STRUCTURE,
  termsOverlap,
  territoryState,
  transition,
  type Transitions,
} from './index.js';

/** Every legal step of a table as text, and thereby every illegal one as what is missing. */
function steps(table: Transitions<string, string>): string[] {
  return Object.keys(table).flatMap((from) =>
    legalActs(table, from).map((act) => `${from} ${act} ${String(transition(table, from, act))}`),
  );
}

describe('transitions', () => {
  it('moves networks, affiliations, centres, structures, schools and reports as the lifecycles say', () => {
    expect(steps(NETWORK_YEAR)).toEqual(['PROPOSED RECRUIT RECRUITING', 'RECRUITING START ACTIVE', 'ACTIVE CONCLUDE CONCLUDED']);
    expect(steps(AFFILIATION)).toEqual(['CLAIMED CONFIRM CONFIRMED', 'CLAIMED END ENDED', 'CONFIRMED END ENDED']);
    expect(steps(CENTRE)).toEqual(['PLANNED OPEN ACTIVE', 'PLANNED CLOSE CLOSED', 'ACTIVE MERGE MERGED', 'ACTIVE CLOSE CLOSED']);
    expect(steps(STRUCTURE)).toEqual(['ACTIVE MERGE MERGED', 'ACTIVE CLOSE CLOSED']);
    expect(steps(SCHOOL)).toEqual(steps(STRUCTURE));
    expect(steps(ANNUAL_REPORT)).toEqual([
      'DRAFT PRESENT PRESENTED',
      'PRESENTED SUBMIT SUBMITTED',
      'SUBMITTED APPROVE APPROVED',
      'SUBMITTED RETURN RETURNED',
      'APPROVED PUBLISH PUBLISHED',
      'RETURNED REVISE DRAFT',
    ]);
  });

  it('answers null for what is not legal', () => {
    expect(transition(NETWORK_YEAR, 'CONCLUDED', 'START')).toBeNull();
    expect(transition(ANNUAL_REPORT, 'DRAFT', 'APPROVE')).toBeNull();
    expect(transition(MEMBERSHIP, 'REQUESTED', 'ACCEPT')).toBeNull();
    expect(transition(MEMBERSHIP, 'INVITED', 'ACCEPT')).toBe('ACTIVE');
    expect(transition(MEMBERSHIP, 'LEFT', 'REQUEST')).toBe('REQUESTED');
  });

  it('freezes a report from its submission on', () => {
    expect((['DRAFT', 'PRESENTED', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED'] as const).map(isFrozen)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('joining', () => {
  it('opens the door to confirmed affiliations of the audience alone', () => {
    expect(joiningState('OPEN', { confirmedInAudience: true })).toBe('ACTIVE');
    expect(joiningState('OPEN', { confirmedInAudience: false })).toBe('REQUESTED');
    expect(joiningState('REQUEST', { confirmedInAudience: true })).toBe('REQUESTED');
    expect(joiningState('INVITATION', { confirmedInAudience: true })).toBeNull();
  });

  it('ends a suspension at its time', () => {
    const until = new Date('2026-11-24T09:00:00Z');
    expect(isSuspendedAt(until, new Date('2026-11-24T08:59:59Z'))).toBe(true);
    expect(isSuspendedAt(until, until)).toBe(false);
    expect(isSuspendedAt(null, until)).toBe(false);
  });
});

describe('dates that make a state', () => {
  it('says where an appointment stands', () => {
    const term = { from: '2026-09-01', to: '2027-08-31', revokedAt: null };
    expect(['2026-08-31', '2026-09-01', '2027-08-31', '2027-09-01'].map((day) => appointmentState(term, day))).toEqual([
      'PLANNED',
      'CURRENT',
      'CURRENT',
      'ENDED',
    ]);
    expect(appointmentState({ ...term, to: null }, '2040-01-01')).toBe('CURRENT');
    expect(appointmentState({ ...term, revokedAt: new Date(0) }, '2026-10-01')).toBe('ENDED');
    expect(isTerm({ from: '2026-09-02', to: '2026-09-01' })).toBe(false);
    expect(termsOverlap({ from: '2026-09-01', to: '2026-09-30' }, { from: '2026-09-30', to: null })).toBe(true);
    expect(termsOverlap({ from: '2026-09-01', to: '2026-09-30' }, { from: '2026-10-01', to: null })).toBe(false);
  });

  it('says whether a territory is current', () => {
    expect([territoryState(null, '2026-01-01'), territoryState('2025-12-31', '2026-01-01')]).toEqual(['CURRENT', 'ENDED']);
  });
});
