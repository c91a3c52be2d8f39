import {
  appealableDecision,
  appealAfter,
  type Decision,
  DECISION_KINDS,
  type DecisionKind,
  flagStateAfter,
  legalDecisions,
  POST_DECISIONS,
  reduceStatus,
  THREAD_ARRANGEMENTS,
  THREAD_DECISIONS,
  threadState,
  UNDECIDED,
  whyIllegal,
} from '../index.js';

/** Numbers from 0 to 1 that are the same on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function log(...kinds: (DecisionKind | [DecisionKind, string])[]): Decision[] {
  return kinds.map((kind, index) =>
    typeof kind === 'string' ? { id: String(index), kind, reverses: null } : { id: String(index), kind: kind[0], reverses: kind[1] },
  );
}

describe('reduceStatus', () => {
  it('follows the decisions', () => {
    expect(reduceStatus([])).toEqual(UNDECIDED);
    expect(reduceStatus(log('HIDE'))).toEqual({ ...UNDECIDED, visibility: 'HIDDEN' });
    expect(reduceStatus(log('HIDE', 'UNHIDE', 'LOCK', 'PIN'))).toEqual({ ...UNDECIDED, locked: true, pinned: true });
    const timed: Decision[] = [
      { id: '0', kind: 'LOCK', reverses: null, until: '2026-12-01T08:00:00.000Z' },
      { id: '1', kind: 'SLOW', reverses: null, seconds: 300 },
      { id: '2', kind: 'LOCK', reverses: null, until: '2026-12-02T08:00:00.000Z' },
    ];
    expect(reduceStatus(timed)).toEqual({ ...UNDECIDED, locked: true, lockedUntil: '2026-12-02T08:00:00.000Z', slowSeconds: 300 });
    const back: Decision = { id: '3', kind: 'REVERSE', reverses: '2' };
    expect(reduceStatus([...timed, back]).lockedUntil).toBe('2026-12-01T08:00:00.000Z');
    expect(reduceStatus([...timed, back, { id: '4', kind: 'UNLOCK', reverses: null }])).toEqual({ ...UNDECIDED, slowSeconds: 300 });
    expect(reduceStatus(log('HOLD', 'KEEP')).visibility).toBe('VISIBLE');
  });

  it('takes back a reversed decision and no other', () => {
    expect(reduceStatus(log('HOLD', 'KEEP', ['REVERSE', '1'])).visibility).toBe('HELD');
    expect(reduceStatus(log('LOCK', 'HIDE', ['REVERSE', '1']))).toEqual({ ...UNDECIDED, locked: true });
    expect(reduceStatus(log('HIDE', 'REMOVE', ['REVERSE', '1'])).visibility).toBe('HIDDEN');
  });

  it('keeps its invariants in 2,000 random sequences', () => {
    const broken: string[] = [];
    const random = seeded(20_261_124);
    const pick = <T>(list: readonly T[]): T => {
      const item = list[Math.floor(random() * list.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    };
    for (let run = 0; run < 2_000; run += 1) {
      const kinds = random() < 0.5 ? POST_DECISIONS : [...THREAD_DECISIONS, ...THREAD_ARRANGEMENTS];
      const taken: Decision[] = [];
      for (let step = 0; step < 12; step += 1) {
        const kind = pick(DECISION_KINDS);
        const next = {
          id: `${String(run)}-${String(step)}`,
          kind,
          reverses: kind === 'REVERSE' && taken.length > 0 ? pick(taken).id : null,
          until: pick([null, '2026-12-01T08:00:00.000Z', '2026-12-02T08:00:00.000Z']),
          seconds: pick([60, 300]),
        };
        const before = reduceStatus(taken);
        if (whyIllegal(taken, next, kinds) !== null) continue;
        taken.push(next);
        const after = reduceStatus(taken);
        // Who decides changes what stands, or keeps it; nothing follows a removal or a merge but its reversal; a post is never locked, a
        // thread never held.
        const same = JSON.stringify(after) === JSON.stringify(before);
        if (kind === 'REVERSE' ? whyIllegal(taken, next, kinds) !== 'ALREADY_REVERSED' : before.visibility === 'REMOVED' || before.merged)
          broken.push(next.id);
        if (same && !['REVERSE', 'KEEP', 'WARN', 'MOVE', 'SPLIT'].includes(kind)) broken.push(next.id);
        if (
          kinds === POST_DECISIONS
            ? after.locked || after.pinned || after.slowSeconds > 0 || after.merged
            : !['VISIBLE', 'HIDDEN'].includes(after.visibility)
        )
          broken.push(next.id);
        const legal = DECISION_KINDS.filter(
          (each) => each !== 'REVERSE' && each !== 'UPHOLD' && whyIllegal(taken, { kind: each, reverses: null }, kinds) === null,
        );
        if (legalDecisions(after, kinds).join() !== legal.join()) broken.push(next.id);
      }
      // Reversing all that still stands leaves the subject as it was at first.
      const undone = taken.reduce<Decision[]>((all, { id }) => {
        const reversal: Decision = { id: `undo-${id}`, kind: 'REVERSE', reverses: id };
        return whyIllegal(all, reversal, kinds) === null ? [...all, reversal] : all;
      }, taken);
      if (JSON.stringify(reduceStatus(undone)) !== JSON.stringify(UNDECIDED)) broken.push(`${String(run)} undone`);
    }
    expect(broken).toEqual([]);
  });
});

describe('appeals', () => {
  it('name the decision by which something is taken away now', () => {
    expect(appealableDecision([])).toBeNull();
    expect(appealableDecision(log('HIDE'))?.id).toBe('0');
    expect(appealableDecision(log('HIDE', 'REMOVE'))?.id).toBe('1');
    expect(appealableDecision(log('HIDE', 'REMOVE', ['REVERSE', '1']))?.id).toBe('0');
    expect(appealableDecision(log('HIDE', 'RESUBMIT', 'HIDE'))?.id).toBe('2');
    expect(appealableDecision(log('HIDE', 'UNHIDE'))).toBeNull();
    expect(appealableDecision(log('HIDE', 'RESUBMIT'))).toBeNull();
    expect(appealableDecision(log('HIDE', ['UPHOLD', '0']))?.id).toBe('0');
    expect(appealableDecision(log('SUSPEND', 'SUSPEND'))?.id).toBe('1');
    expect(appealableDecision(log('SUSPEND', 'LIFT'))).toBeNull();
    expect(appealableDecision(log('WARN', 'LOCK'))).toBeNull();
  });

  it('are answered once', () => {
    expect(appealAfter('OPEN', 'UPHOLD')).toBe('DECISION_KEPT');
    expect(appealAfter('OPEN', 'REVERSE')).toBe('DECISION_REVERSED');
    expect(appealAfter('DECISION_KEPT', 'REVERSE')).toBeNull();
    expect(appealAfter('DECISION_REVERSED', 'UPHOLD')).toBeNull();
  });

  it('change nothing where the decision is upheld', () => {
    const upheld = log('HIDE', ['UPHOLD', '0']);
    expect(reduceStatus(upheld).visibility).toBe('HIDDEN');
    expect(whyIllegal(upheld, { kind: 'REVERSE', reverses: '1' }, POST_DECISIONS)).toBe('NOTHING_TO_REVERSE');
    expect(whyIllegal(log('HIDE'), { kind: 'UPHOLD', reverses: '0' }, POST_DECISIONS)).toBe('NOT_FOR_SUBJECT');
  });
});

describe('legality', () => {
  it('says why a decision is not legal', () => {
    expect(whyIllegal([], { kind: 'LOCK', reverses: null }, POST_DECISIONS)).toBe('NOT_FOR_SUBJECT');
    expect(whyIllegal(log('MERGE'), { kind: 'LOCK', reverses: null }, THREAD_DECISIONS)).toBe('MERGED');
    expect(whyIllegal(log('MERGE'), { kind: 'REVERSE', reverses: '0' }, THREAD_DECISIONS)).toBeNull();
    expect(whyIllegal(log('HIDE'), { kind: 'HIDE', reverses: null }, POST_DECISIONS)).toBe('NO_CHANGE');
    expect(whyIllegal(log('REMOVE'), { kind: 'KEEP', reverses: null }, POST_DECISIONS)).toBe('REMOVED');
    expect(whyIllegal(log('REMOVE'), { kind: 'REVERSE', reverses: '0' }, POST_DECISIONS)).toBeNull();
    expect(whyIllegal(log('REMOVE'), { kind: 'REVERSE', reverses: 'x' }, POST_DECISIONS)).toBe('NOTHING_TO_REVERSE');
    expect(whyIllegal(log('HIDE', ['REVERSE', '0']), { kind: 'REVERSE', reverses: '1' }, POST_DECISIONS)).toBe('NOTHING_TO_REVERSE');
  });

  it('closes flags and names the state of a thread', () => {
    expect((['KEEP', 'HIDE', 'REMOVE', 'LOCK'] as const).map(flagStateAfter)).toEqual(['KEPT', 'HIDDEN', 'REMOVED', 'PENDING']);
    expect([[], log('LOCK'), log('LOCK', 'HIDE')].map((decisions) => threadState(reduceStatus(decisions)))).toEqual([
      'OPEN',
      'LOCKED',
      'HIDDEN',
    ]);
  });
});
