import { profileRule, rules } from '@stoa/domain';
import { audit } from '../../../platform/database/audit.js';
import type { Context } from '../../../platform/context.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { refuseLookAlike } from '../look-alike.js';
import { personSearch } from '../people.js';
import type { UpdateProfileInput, ViewerChangedPayload } from '../profile.types.js';
import { viewerOf } from '../viewer.queries.js';
import { lockOwn } from './update-preferences.js';

const rule = profileRule.extend({ displayName: rules.personName });

/** Keeps the viewer's name and what the profile shows to whom. @throws Refusal CONFLICT @throws UserErrors of the rules */
export function updateProfile(ctx: Context, input: UpdateProfileInput): Promise<ViewerChangedPayload> {
  return mutate(ctx, async (tx) => {
    const { expectedVersion, ...values } = input;
    const { displayName, ...profile } = checked(rule, values);
    const { id, displayName: before, preferences } = await lockOwn(tx, ctx, expectedVersion);
    // Whoever had the name first keeps it, and can still change the rest of their profile.
    if (displayName !== before) await refuseLookAlike(ctx, tx, displayName, { path: 'displayName', personId: id });
    await tx.row('UPDATE people SET display_name = $2, search = $3, preferences = $4, version = version + 1 WHERE id = $1', [
      id,
      displayName,
      personSearch(displayName),
      JSON.stringify({ ...preferences, profile }),
    ]);
    await audit(tx, {
      actorId: id,
      act: 'updateProfile',
      subjectType: 'Person',
      subjectId: id,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      ...(displayName !== before && { personal: { personId: id, values: { before, after: displayName } } }),
    });
    return { viewer: await viewerOf(ctx, id, tx) };
  }) as Promise<ViewerChangedPayload>;
}
