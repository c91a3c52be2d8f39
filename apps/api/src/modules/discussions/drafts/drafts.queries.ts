import type { DraftPlace, Language } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';
import type { DraftType } from './draft.types.js';

/** A draft's row. Times are ISO text. */
export interface DraftRow {
  place_id: string;
  title: string;
  body: string;
  lang: Language;
  saved_at: string;
}

const PLACES: readonly (readonly [type: string, place: DraftPlace])[] = [
  ['Thread', 'REPLY'],
  ['Network', 'THREAD'],
  ['Post', 'EDIT'],
];

/** What a draft at a record of this global id will be; null where nothing can be written there. */
export function draftPlaceOf(globalId: string): { place: DraftPlace; id: string } | null {
  for (const [type, place] of PLACES) {
    const id = fromGlobalId(globalId, type)?.id;
    if (id) return { place, id };
  }
  return null;
}

/** The viewer's own draft at a place, or null. */
export async function draftAt(ctx: Context, placeId: string): Promise<DraftType | null> {
  const me = signedIn(ctx.viewer);
  const at = draftPlaceOf(placeId);
  const row =
    at &&
    (await ctx.db.row<DraftRow>(
      'SELECT place_id, title, body, lang, saved_at FROM drafts WHERE person_id = $1 AND place = $2 AND place_id = $3',
      [me, at.place, at.id],
    ));
  return row && toDraft(row);
}

/** A draft as its person sees it. */
export function toDraft(row: DraftRow): DraftType {
  return { id: toGlobalId('Draft', row.place_id), title: row.title, body: row.body, lang: row.lang, savedAt: row.saved_at };
}
