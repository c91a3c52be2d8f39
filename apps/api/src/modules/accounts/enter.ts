import { audit } from '../../platform/database/audit.js';
import type { Context } from '../../platform/context.js';
import { admit, setCookies } from './admission.js';

/** Somebody whose account is proved by another way than the password. */
interface Entry {
  personId: string;
  /** How, for the audit. */
  act: string;
  /** Whether a second factor was proved too. */
  secondFactor: boolean;
  /** A path of the interface, with the language. */
  returnTo: string;
}

/** Lets somebody in for whom a provider vouched. @returns the path of the interface to go to; where a second step comes first, the sign-in page */
export async function enter(ctx: Context, { personId, act, secondFactor, returnTo }: Entry): Promise<string> {
  const admission = await ctx.db.transaction(async (tx) => {
    await audit(tx, {
      actorId: personId,
      act,
      subjectType: 'Person',
      subjectId: personId,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return admit(tx, ctx, personId, secondFactor);
  });
  setCookies(ctx, admission);
  if (!admission.secondStep) return returnTo;
  const parameters = new URLSearchParams({ step: admission.secondStep.methods.join(','), return: returnTo });
  return `/${returnTo.split('/')[1] ?? ctx.lang}/sign-in?${parameters.toString()}`;
}
