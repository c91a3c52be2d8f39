import { createHmac, timingSafeEqual } from 'node:crypto';
import { newId } from '../../platform/ids.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import type { InvitationDetail } from './invitations.js';

/** What a mailed token lets its holder do. */
export type TokenKind = 'SIGN_UP' | 'INVITATION' | 'RESET' | 'EMAIL_CHANGE' | 'EMAIL_UNDO';

/** How long a token lives, in hours. */
export const TOKEN_HOURS: Readonly<Record<TokenKind, number>> = {
  SIGN_UP: 48,
  INVITATION: 14 * 24,
  RESET: 1,
  EMAIL_CHANGE: 24,
  EMAIL_UNDO: 7 * 24,
};

/** What a token row keeps besides the address: of a sign-up the name and language, of an invitation what it is for, of a new address who asked. */
export interface TokenDetail extends Partial<InvitationDetail> {
  name?: string;
  lang?: string;
  /** The session that asked for another address, which goes on. */
  sessionId?: string;
}

/** A token as the database keeps it. */
export interface TokenRow {
  id: string;
  kind: TokenKind;
  person_id: string | null;
  email: string;
  detail: TokenDetail;
  created_by: string | null;
  expires_at: string;
  used_at: string | null;
}

export type TokenState = 'OPEN' | 'USED' | 'EXPIRED';

const COLUMNS = 'id, kind, person_id, email, detail, created_by, expires_at, used_at';

/** Makes a token row. Neither it nor a job holds a secret: the mail's text is computed from the id when the mail is written. */
export async function issueToken(
  tx: Sql,
  token: { kind: TokenKind; personId: string | null; email: string; detail?: TokenDetail; createdBy?: string | null; now: Date },
): Promise<string> {
  const id = newId();
  await tx.row(
    `INSERT INTO account_tokens (id, kind, person_id, email, detail, created_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      token.kind,
      token.personId,
      token.email,
      JSON.stringify(token.detail ?? {}),
      token.createdBy ?? null,
      token.now,
      new Date(token.now.getTime() + TOKEN_HOURS[token.kind] * 3_600_000),
    ],
  );
  return id;
}

function signature(secret: string, id: string): Buffer {
  return createHmac('sha256', secret).update('account token\n').update(id).digest();
}

/** What stands in the link of a mail: the token's id and its signature. @param secrets the newest first */
export function tokenText(id: string, secrets: readonly string[]): string {
  return `${id}.${signature(secrets[0] ?? '', id).toString('base64url')}`;
}

const FORM = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{43})$/;

/** The id of a genuine token; null for anything else. Secrets before a rotation are still good. */
export function tokenId(text: string, secrets: readonly string[]): string | null {
  const [, id, given] = FORM.exec(text) ?? [];
  if (!id || !given) return null;
  const bytes = Buffer.from(given, 'base64url');
  return secrets.some((secret) => timingSafeEqual(bytes, signature(secret, id))) ? id : null;
}

/** A token's row, or null. */
export function tokenRow(sql: Sql, id: string, lock = false): Promise<TokenRow | null> {
  return sql.row<TokenRow>(`SELECT ${COLUMNS} FROM account_tokens WHERE id = $1${lock ? ' FOR UPDATE' : ''}`, [id]);
}

/** Whether a token can still be used. */
export function tokenState(row: Pick<TokenRow, 'used_at' | 'expires_at'>, now: Date): TokenState {
  if (row.used_at !== null) return 'USED';
  return new Date(row.expires_at) <= now ? 'EXPIRED' : 'OPEN';
}

/** Uses up every open token of a kind for an address, so that an older mail opens nothing any more. */
export async function useTokens(tx: Tx, kind: TokenKind, email: string, now: Date): Promise<void> {
  await tx.row('UPDATE account_tokens SET used_at = $3 WHERE email = $2 AND kind = $1 AND used_at IS NULL', [kind, email, now]);
}

/** Uses up the open links of a person, of some kinds. @param from only this token and later ones */
export async function closeLinks(
  tx: Tx,
  personId: string,
  kinds: readonly TokenKind[],
  now: Date,
  from: string | null = null,
): Promise<void> {
  await tx.row(
    `UPDATE account_tokens SET used_at = $3 WHERE person_id = $1 AND kind = ANY($2) AND used_at IS NULL AND ($4::uuid IS NULL OR id >= $4)`,
    [personId, kinds, now, from],
  );
}
