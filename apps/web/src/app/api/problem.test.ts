import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { toProblem } from './problem.js';

const refusal = (extensions: Record<string, unknown>) => new CombinedGraphQLErrors({ errors: [{ message: 'x', extensions }] });

describe('toProblem', () => {
  it('sorts refusals by their code', () => {
    expect(toProblem(refusal({ code: 'CONFLICT' })).kind).toBe('conflict');
    expect(toProblem(refusal({ code: 'UNAUTHENTICATED' })).kind).toBe('unauthenticated');
    expect(toProblem(refusal({ code: 'DEPTH_LIMIT' }))).toEqual({ kind: 'refused', reference: 'DEPTH_LIMIT' });
  });

  it('knows of a conflict which decision came first', () => {
    const decided = { seq: 3, kind: 'HIDE', decidedAt: '2026-11-24T07:00:00Z', decidedBy: 'Demo Coordinator 001' };
    expect(toProblem(refusal({ code: 'CONFLICT', ...decided })).decided).toEqual({
      seq: 3,
      kind: 'HIDE',
      at: '2026-11-24T07:00:00Z',
      by: 'Demo Coordinator 001',
    });
    expect(toProblem(refusal({ code: 'CONFLICT', ...decided, kind: 'ELSE' })).decided).toBeUndefined();
  });

  it('shows the reference under which the log holds a fault', () => {
    expect(toProblem(refusal({ code: 'INTERNAL', reference: '1f2e3d4c' }))).toEqual({ kind: 'fault', reference: '1f2e3d4c' });
  });

  it('tells a server that answers badly from one that cannot be reached', () => {
    expect(toProblem(Object.assign(new Error('x'), { statusCode: 502 }))).toEqual({ kind: 'fault', reference: '502' });
    expect(toProblem(Object.assign(new Error('x'), { statusCode: 429 })).kind).toBe('rateLimited');
    expect(toProblem(new TypeError('Failed to fetch')).kind).toBe('offline');
  });
});
