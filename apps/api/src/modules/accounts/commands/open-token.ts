import type { Context } from '../../../platform/context.js';
import type { Sql, Tx } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { tokenId, tokenRow, tokenState, type TokenKind, type TokenRow } from '../tokens.js';

const GONE = { USED: 'TOKEN_USED', EXPIRED: 'TOKEN_EXPIRED' } as const;

/** The row of a mailed token that can still be used, not locked. @throws UserErrors TOKEN_UNKNOWN, TOKEN_USED or TOKEN_EXPIRED */
export function readToken(ctx: Context, text: string, kind: TokenKind): Promise<TokenRow> {
  return find(ctx.db, ctx, text, kind, false);
}

/** The same with the row locked: of two that use one token at once, the second finds it used. */
export function lockToken(tx: Tx, ctx: Context, text: string, kind: TokenKind): Promise<TokenRow> {
  return find(tx, ctx, text, kind, true);
}

async function find(sql: Sql, ctx: Context, text: string, kind: TokenKind, lock: boolean): Promise<TokenRow> {
  const id = tokenId(text, ctx.config.secrets);
  const row = id ? await tokenRow(sql, id, lock) : null;
  if (!row || row.kind !== kind) return reject('TOKEN_UNKNOWN', 'token');
  const state = tokenState(row, ctx.clock.now());
  return state === 'OPEN' ? row : reject(GONE[state], 'token');
}
