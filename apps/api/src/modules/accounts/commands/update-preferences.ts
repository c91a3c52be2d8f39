import { readPreferences, rules, shortcutKeys, THEMES, timeZone, type Preferences } from '@stoa/domain';
import { z } from 'zod';
import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import type { UpdatePreferencesInput, ViewerChangedPayload } from '../profile.types.js';
import { viewerOf } from '../viewer.queries.js';

const rule = z.object({
  lang: rules.language.optional(),
  theme: z.enum(THEMES).optional(),
  shortcuts: z.boolean().optional(),
  shortcutKeys: shortcutKeys.optional(),
  timeZone: timeZone.nullable().optional(),
  recommendations: z.boolean().optional(),
});

/** The viewer's own row, locked. @throws Refusal CONFLICT where it changed since the viewer read it */
export async function lockOwn(
  tx: Tx,
  ctx: Context,
  expectedVersion: number,
): Promise<{ id: string; displayName: string; preferences: Preferences }> {
  const id = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: id });
  const row = await tx.row<{ display_name: string; preferences: unknown; version: number }>(
    'SELECT display_name, preferences, version FROM people WHERE id = $1 FOR NO KEY UPDATE',
    [id],
  );
  if (row?.version !== expectedVersion) throw new Refusal('CONFLICT');
  return { id, displayName: row.display_name, preferences: readPreferences(row.preferences) };
}

/** Keeps language, theme, time zone and shortcuts of the viewer. @throws Refusal CONFLICT @throws UserErrors of the rules */
export function updatePreferences(ctx: Context, input: UpdatePreferencesInput): Promise<ViewerChangedPayload> {
  return mutate(ctx, async (tx) => {
    const { lang, ...changes } = checked(rule, {
      ...(input.lang != null && { lang: input.lang }),
      ...(input.theme != null && { theme: input.theme }),
      ...(input.shortcuts != null && { shortcuts: input.shortcuts }),
      ...(input.recommendations != null && { recommendations: input.recommendations }),
      ...(input.timeZone != null && { timeZone: input.timeZone || null }),
      ...(input.shortcutKeys != null && {
        shortcutKeys: Object.fromEntries(input.shortcutKeys.map((keys) => [keys.shortcut, keys.codes])),
      }),
    });
    const { id, preferences } = await lockOwn(tx, ctx, input.expectedVersion);
    await tx.row('UPDATE people SET lang = coalesce($2, lang), preferences = $3, version = version + 1 WHERE id = $1', [
      id,
      lang ?? null,
      JSON.stringify({ ...preferences, ...changes }),
    ]);
    await audit(tx, {
      actorId: id,
      act: 'updatePreferences',
      subjectType: 'Person',
      subjectId: id,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return { viewer: await viewerOf(ctx, id, tx) };
  }) as Promise<ViewerChangedPayload>;
}
