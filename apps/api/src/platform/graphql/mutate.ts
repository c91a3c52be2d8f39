import type { Context } from '../context.js';
import { UserErrors, type UserErrorShape } from '../errors.js';
import type { Tx } from '../database/database.js';

/** A payload is either its result with no errors, or errors with no result. */
export type Outcome<Result extends object> =
  (Result & { userErrors: [] }) | ({ [K in keyof Result]?: undefined } & { userErrors: UserErrorShape[] });

/**
 * Runs a command in one transaction and gives its payload. `reject()` inside rolls back and becomes `userErrors`;
 * refusals and faults pass on as GraphQL errors.
 */
export function mutate<Result extends object>(ctx: Context, work: (tx: Tx) => Promise<Result>): Promise<Outcome<Result>> {
  return prepareAndMutate(ctx, async () => undefined, work);
}

/**
 * The same for a command that does something slow or with another connection first (hashing, a limit), which must not hold a
 * transaction open. `reject()` becomes `userErrors` in either step.
 */
export async function prepareAndMutate<Prepared, Result extends object>(
  ctx: Context,
  prepare: () => Promise<Prepared>,
  work: (tx: Tx, prepared: Prepared) => Promise<Result>,
): Promise<Outcome<Result>> {
  try {
    const prepared = await prepare();
    const result = await ctx.db.transaction((tx) => work(tx, prepared));
    return { ...result, userErrors: [] };
  } catch (error) {
    if (error instanceof UserErrors) return { userErrors: error.errors } as Outcome<Result>;
    throw error;
  }
}
