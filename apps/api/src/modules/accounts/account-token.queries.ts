import type { Context } from '../../platform/context.js';
import type { AccountToken } from './account.types.js';
import { invitationKind } from './invitations.js';
import { tokenId, tokenRow, tokenState, type TokenKind, type TokenRow } from './tokens.js';

const UNKNOWN: AccountToken = { state: 'UNKNOWN', email: null, name: null, lang: null, reason: null };

/** What the page behind a mailed link shows. Whoever asks holds the mail; names and address appear only while the link is open. */
export async function accountToken(ctx: Context, kind: TokenKind, text: string): Promise<AccountToken> {
  const id = tokenId(text, ctx.config.secrets);
  const row = id ? await tokenRow(ctx.db, id) : null;
  if (!row || row.kind !== kind) return UNKNOWN;
  const state = tokenState(row, ctx.clock.now());
  if (state !== 'OPEN') return { ...UNKNOWN, state };
  const person = row.person_id
    ? await ctx.db.row<{ display_name: string; lang: string }>('SELECT display_name, lang FROM people WHERE id = $1', [row.person_id])
    : null;
  return {
    state,
    email: row.email,
    name: person?.display_name ?? row.detail.name ?? null,
    lang: person?.lang ?? row.detail.lang ?? null,
    reason: await reasonOf(ctx, row),
  };
}

async function reasonOf(ctx: Context, row: TokenRow): Promise<string | null> {
  const { kind, subjectId } = row.detail;
  const known = invitationKind(row.detail);
  return known && kind && subjectId ? known.reason(ctx.db, { kind, subjectId }, ctx.lang) : null;
}
