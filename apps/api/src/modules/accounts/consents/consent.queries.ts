import { WITHDRAWABLE, type ConsentAct, type ConsentKind, type Language } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { toGlobalId } from '../../../platform/ids.js';
import { renderMarkdown } from '../../../platform/markdown.js';
import type { ConsentTextType, ConsentType, PublishedConsentText } from './consent.types.js';

/** A version as the database has it. */
export interface ConsentTextRow {
  id: string;
  kind: ConsentKind;
  version: number;
  bodies: Record<Language, string>;
  valid_from: string;
  published_at: string;
}

/** The versions in force on a day: of each kind the latest that has begun. */
const inForce = (day: string, columns: string) =>
  `SELECT DISTINCT ON (kind) ${columns} FROM consent_texts WHERE valid_from <= ${day} ORDER BY kind DESC, version DESC`;
const IN_FORCE = inForce('$1', 'id, kind, version, bodies, valid_from::text, published_at');

/** Whether person `who` agrees to version `text`: what happened last counts. */
const agrees = (who: string, text: string) =>
  `coalesce((SELECT c.act = 'GIVEN' FROM consents c WHERE c.person_id = ${who} AND c.text_id = ${text} ORDER BY c.at DESC, c.id DESC LIMIT 1), false)`;

/** As a condition: whether a version is in force on a day to which a person does not agree. @param who, day expressions */
export function mustAgree(who: string, day: string): string {
  return `EXISTS (SELECT 1 FROM (${inForce(day, 'id')}) t WHERE NOT ${agrees(who, 't.id')})`;
}

const today = ({ clock, config }: Pick<Context, 'clock' | 'config'>): string => dateIn(clock.now(), config.timeZone);

/** The versions in force; empty where none was published. */
export function textsInForce(ctx: Pick<Context, 'clock' | 'config'>, sql: Sql): Promise<ConsentTextRow[]> {
  return sql.rows<ConsentTextRow>(IN_FORCE, [today(ctx)]);
}

/** The versions in force to which a person does not agree. */
export function textsAsked(ctx: Pick<Context, 'clock' | 'config'>, sql: Sql, personId: string): Promise<ConsentTextRow[]> {
  return sql.rows<ConsentTextRow>(`SELECT t.* FROM (${IN_FORCE}) t WHERE NOT ${agrees('$2', 't.id')}`, [today(ctx), personId]);
}

/** A version as its readers see it. */
export function toConsentText(ctx: Pick<Context, 'lang'>, row: ConsentTextRow): ConsentTextType {
  return {
    id: toGlobalId('ConsentText', row.id),
    kind: row.kind,
    version: row.version,
    html: renderMarkdown(row.bodies[ctx.lang]),
    validFrom: row.valid_from,
  };
}

/** What everybody is asked to agree to now. */
export async function consentTexts(ctx: Context): Promise<ConsentTextType[]> {
  return (await textsInForce(ctx, ctx.db)).map((row) => toConsentText(ctx, row));
}

/** What the viewer is still asked to agree to. @throws Refusal UNAUTHENTICATED */
export async function consentsAsked(ctx: Context): Promise<ConsentTextType[]> {
  const me = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: me });
  return (await textsAsked(ctx, ctx.db, me)).map((row) => toConsentText(ctx, row));
}

interface ConsentRow {
  id: string;
  text_id: string;
  kind: ConsentKind;
  version: number;
  act: ConsentAct;
  at: string;
  latest: boolean;
}

/** What the viewer agreed to and took back, the latest first. @throws Refusal UNAUTHENTICATED, BAD_REQUEST */
export async function ownConsents(ctx: Context, query: { first: number; after?: string | null }): Promise<Page<ConsentType>> {
  const me = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: me });
  const size = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [at, id] = query.after ? sealer.open(query.after) : [];
  const rows = await ctx.db.rows<ConsentRow>(
    `SELECT c.id, c.text_id, t.kind, t.version, c.act, c.at,
       NOT EXISTS (SELECT 1 FROM consents l WHERE l.person_id = $1 AND l.text_id = c.text_id AND (l.at, l.id) > (c.at, c.id)) AS latest
     FROM consents c JOIN consent_texts t ON t.id = c.text_id
     WHERE c.person_id = $1 AND ($2::timestamptz IS NULL OR (c.at, c.id) < ($2, $3::uuid)) ORDER BY c.at DESC, c.id DESC LIMIT $4`,
    [me, at ?? null, id ?? null, size + 1],
  );
  return toPage(
    sealer,
    rows,
    size,
    (row) => [row.at, row.id],
    (row) => ({
      id: toGlobalId('Consent', row.id),
      textId: toGlobalId('ConsentText', row.text_id),
      kind: row.kind,
      version: row.version,
      act: row.act,
      at: row.at,
      canWithdraw: row.latest && row.act === 'GIVEN' && WITHDRAWABLE.has(row.kind),
    }),
    query.after != null,
  );
}

type PublishedRow = ConsentTextRow & { agreed: number };

const PUBLISHED = `SELECT t.id, t.kind, t.version, t.bodies, t.valid_from::text, t.published_at,
    (SELECT count(*)::int FROM (SELECT DISTINCT ON (c.person_id) c.act FROM consents c WHERE c.text_id = t.id ORDER BY c.person_id, c.at DESC, c.id DESC) l
      WHERE l.act = 'GIVEN') AS agreed
  FROM consent_texts t`;

/** Every version, the latest first. @throws Refusal UNAUTHENTICATED, NOT_FOUND, BAD_REQUEST */
export async function publishedConsentTexts(
  ctx: Context,
  query: { first: number; after?: string | null },
): Promise<Page<PublishedConsentText>> {
  signedIn(ctx.viewer);
  authorize(ctx.viewer, 'consent.publish', {});
  const size = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [at, id] = query.after ? sealer.open(query.after) : [];
  const rows = await ctx.db.rows<PublishedRow>(
    `${PUBLISHED} WHERE ($1::timestamptz IS NULL OR (t.published_at, t.id) < ($1, $2::uuid)) ORDER BY t.published_at DESC, t.id DESC LIMIT $3`,
    [at ?? null, id ?? null, size + 1],
  );
  const inForce = new Set((await textsInForce(ctx, ctx.db)).map((row) => row.id));
  return toPage(
    sealer,
    rows,
    size,
    (row) => [row.published_at, row.id],
    (row) => toPublished(row, inForce),
    query.after != null,
  );
}

/** One version as administrators see it. */
export async function publishedText(ctx: Context, sql: Sql, id: string): Promise<PublishedConsentText | null> {
  const row = await sql.row<PublishedRow>(`${PUBLISHED} WHERE t.id = $1`, [id]);
  return row && toPublished(row, new Set((await textsInForce(ctx, sql)).map((each) => each.id)));
}

function toPublished(row: PublishedRow, inForce: ReadonlySet<string>): PublishedConsentText {
  return {
    id: toGlobalId('ConsentText', row.id),
    kind: row.kind,
    version: row.version,
    ...row.bodies,
    validFrom: row.valid_from,
    publishedAt: row.published_at,
    inForce: inForce.has(row.id),
    agreed: row.agreed,
  };
}
