import { readCertificateCode } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { toGlobalId } from '../../../platform/ids.js';
import { consumed, limiterOn } from '../../../platform/rate-limit.js';
import { canIssueCertificates } from '../paths/path.policy.js';
import type { PathRow } from '../paths/path.statement.js';
import type { CertificateRow, CertificateType } from './certificate.types.js';

const COLUMNS =
  'id, code, person_id, subject_type, subject_id, state, person_name, title, lang, issuer, minutes, completed_at, issued_at, revoked_at, revoke_reason, version';

/** A statement on certificates `c`. */
export const certificateStatement = (where: string): string =>
  `SELECT ${COLUMNS.split(', ')
    .map((column) => `c.${column}`)
    .join(', ')} FROM certificates c WHERE ${where}`;

/** Codes that one address may ask about in a minute: many for people, few for who guesses. */
const CHECKS = 30;

/**
 * The certificate of a code, for anybody who has it; null where there is none. Revoked ones are shown as such.
 * @throws Refusal RATE_LIMITED
 */
export async function certificateByCode(ctx: Context, typed: string): Promise<CertificateType | null> {
  const code = readCertificateCode(typed);
  if (code === null) return null;
  if (!(await consumed(limiterOn(ctx.db.pool, 'certificate-checks', CHECKS, 60), ctx.ip))) throw new Refusal('RATE_LIMITED');
  const row = await ctx.db.row<CertificateRow>(certificateStatement('c.code = $1'), [code]);
  return row && toCertificate(row);
}

/** The viewer's own certificates, the newest first. */
export async function ownCertificates(ctx: Context, page: { first: number; after: string | null }): Promise<Page<CertificateType>> {
  return certificatePage(ctx, page, 'c.person_id = $1', [signedIn(ctx.viewer)]);
}

/** Certificates of a path for those who may revoke them; nothing for others. */
export async function pathCertificates(
  ctx: Context,
  path: PathRow,
  page: { first: number; after: string | null },
): Promise<Page<CertificateType> | null> {
  if (!canIssueCertificates(ctx.viewer, path)) return null;
  return certificatePage(ctx, page, `c.subject_type = 'LearningPath' AND c.subject_id = $1`, [path.id]);
}

async function certificatePage(
  ctx: Context,
  page: { first: number; after: string | null },
  where: string,
  values: unknown[],
): Promise<Page<CertificateType>> {
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = page.after ? sealer.open(page.after) : [null, null];
  const rows = await ctx.db.rows<CertificateRow>(
    `${certificateStatement(`${where} AND ($2::timestamptz IS NULL OR (c.issued_at, c.id) < ($2::timestamptz, $3::uuid))`)}
     ORDER BY c.issued_at DESC, c.id DESC LIMIT $4`,
    [...values, after[0], after[1], first + 1],
  );
  return toPage(sealer, rows, first, (row) => [row.issued_at, row.id], toCertificate, page.after != null);
}

/** Why a certificate was revoked, for its person and those who may revoke it. */
export function revokeReason(ctx: Context, { row }: CertificateType): string {
  return row.person_id === ctx.viewer.personId ? row.revoke_reason : '';
}

/** The public face of a row. */
export function toCertificate(row: CertificateRow): CertificateType {
  return {
    id: toGlobalId('Certificate', row.id),
    code: row.code,
    state: row.state,
    personName: row.person_name,
    title: row.title,
    lang: row.lang,
    issuer: row.issuer,
    minutes: row.minutes,
    completedAt: row.completed_at,
    issuedAt: row.issued_at,
    revokedAt: row.revoked_at,
    version: row.version,
    row,
  };
}
