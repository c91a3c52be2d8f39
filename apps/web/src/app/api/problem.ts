import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { DECISION_KINDS, type DecisionKind } from '@stoa/domain';

/** What can stop a read or a command, as far as a page treats it differently. */
export type ProblemKind =
  'offline' | 'unauthenticated' | 'unproved' | 'unagreed' | 'forbidden' | 'notFound' | 'conflict' | 'rateLimited' | 'refused' | 'fault';

export interface Problem {
  kind: ProblemKind;
  /** The code of the refusal, or the reference under which the log holds a fault: what a person can read out to support. */
  reference: string | null;
  /** From when on it is possible again, ISO 8601, where that is known. */
  until?: string;
  /** Of a conflict about a moderated subject: the decision that somebody else took first. */
  decided?: OthersDecision;
}

export interface OthersDecision {
  /** Its number, which a decision on top of it expects. */
  seq: number;
  kind: DecisionKind;
  /** ISO 8601. */
  at: string;
  /** Display name. */
  by: string;
}

const kinds: Readonly<Record<string, ProblemKind>> = {
  UNAUTHENTICATED: 'unauthenticated',
  PROOF_REQUIRED: 'unproved',
  AGREEMENT_REQUIRED: 'unagreed',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  CONFLICT: 'conflict',
  RATE_LIMITED: 'rateLimited',
  UNAVAILABLE: 'fault',
  STORAGE_FULL: 'fault',
  INTERNAL: 'fault',
  INTERNAL_SERVER_ERROR: 'fault',
};

/** Sorts an error of Apollo Client: refusals by their code, everything that never reached the API as offline. */
export function toProblem(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions;
    const code = text(extensions?.['code']);
    const until = text(extensions?.['until']);
    const decided = othersDecision(extensions);
    return {
      kind: kinds[code ?? ''] ?? 'refused',
      reference: text(extensions?.['reference']) ?? code,
      ...(until && { until }),
      ...(decided && { decided }),
    };
  }
  const status = statusOf(error);
  if (status === null) return { kind: 'offline', reference: null };
  if (status === 429 || status === 503) return { kind: 'rateLimited', reference: String(status) };
  return { kind: 'fault', reference: String(status) };
}

function othersDecision(extensions: Record<string, unknown> = {}): OthersDecision | null {
  const { seq, kind, decidedAt, decidedBy } = extensions;
  const what = DECISION_KINDS.find((each) => each === kind);
  const [at, by] = [text(decidedAt), text(decidedBy)];
  return typeof seq === 'number' && what && at && by ? { seq, kind: what, at, by } : null;
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
