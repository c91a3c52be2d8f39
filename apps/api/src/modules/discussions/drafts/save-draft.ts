import { draftBody, draftTitle, rules } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import type { DraftType, SaveDraftInput } from './draft.types.js';
import { draftPlaceOf, toDraft, type DraftRow } from './drafts.queries.js';
import { writtenAt } from './written-at.js';

const fields = z.object({ title: draftTitle.nullish(), body: draftBody, lang: rules.language });

/**
 * Keeps what the viewer is writing, in place of what was kept before; an empty draft goes.
 * @throws Refusal NOT_FOUND, FORBIDDEN where the viewer may not write there
 */
export async function saveDraft(ctx: Context, input: SaveDraftInput): Promise<Outcome<{ draft: DraftType | null }>> {
  const me = signedIn(ctx.viewer);
  const at = draftPlaceOf(input.placeId);
  if (!at) throw new Refusal('NOT_FOUND');
  const { countyId, act, target } = await writtenAt(ctx, at);
  authorize(ctx.viewer, act, target, 'discussion.read');
  return mutate(ctx, async (tx) => {
    const { title, body, lang } = checked(fields, input);
    if (!title && body === '') {
      await tx.row('DELETE FROM drafts WHERE person_id = $1 AND place = $2 AND place_id = $3', [me, at.place, at.id]);
      return { draft: null };
    }
    const row = await tx.row<DraftRow>(
      `INSERT INTO drafts (person_id, place, place_id, county_id, title, body, lang, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (person_id, place, place_id) DO UPDATE SET title = EXCLUDED.title, body = EXCLUDED.body, lang = EXCLUDED.lang, saved_at = EXCLUDED.saved_at
       RETURNING place_id, title, body, lang, saved_at`,
      [me, at.place, at.id, countyId, title ?? '', body, lang, ctx.clock.now()],
    );
    return { draft: row && toDraft(row) };
  });
}
