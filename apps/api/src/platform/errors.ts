import { GraphQLError } from 'graphql';

/** Why an operation was refused; the client has words for each code. */
export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'PROOF_REQUIRED'
  | 'AGREEMENT_REQUIRED'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'BAD_REQUEST'
  | 'IDEMPOTENCY_MISMATCH'
  | 'STORAGE_FULL'
  | 'UNAVAILABLE';

/** A refusal that may be shown to the client as it is: a code, never what was typed. */
export class Refusal extends GraphQLError {
  constructor(
    readonly code: RefusalCode,
    extensions: Record<string, unknown> = {},
  ) {
    super(code, { extensions: { ...extensions, code } });
    // Nobody reads where it was refused, and to write that down, as whoever hands it on would, takes longer than to refuse.
    this.stack = code;
  }
}

/** Something a person can mend: where in the input, and which rule it broke. */
export interface UserErrorShape {
  code: string;
  /** Path into `input`, such as `["title"]`; empty for the form as a whole. */
  path: string[];
  /** English text for other programs; our own interface translates the code. */
  message: string;
}

/** Ends a command with `userErrors`; everything it wrote is rolled back. */
export class UserErrors extends Error {
  constructor(readonly errors: UserErrorShape[]) {
    super('user errors');
  }
}

/** Ends a command with one user error. @throws UserErrors always */
export function reject(code: string, path: string | string[] = [], message = code): never {
  throw new UserErrors([{ code, path: Array.isArray(path) ? path : [path], message }]);
}
