import type { Document } from '../../platform/documents/document.js';
import { writePdf } from '../../platform/documents/pdf.js';
import type { Context } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { isUuid } from '../../platform/ids.js';
import { translator } from '../../platform/i18n/translate.js';
import { consumed, limiterOn } from '../../platform/rate-limit.js';
import { certificateDocument } from './certificates/certificate-document.js';
import { certificateStatement } from './certificates/certificate.queries.js';
import type { CertificateRow } from './certificates/certificate.types.js';
import { portfolioDocument } from './portfolio/portfolio-document.js';
import { ownPortfolio } from './portfolio/portfolio.queries.js';
import { words } from './words.js';

/** Documents that one person may have made in a minute. */
const MADE = 20;

/** A document made for its reader when it is asked for. */
export interface Download {
  content: Buffer;
  name: string;
}

async function download(ctx: Context, personId: string, document: Document, name: string): Promise<Download> {
  if (!(await consumed(limiterOn(ctx.db.pool, 'learning-documents', MADE, 60), personId))) throw new Refusal('RATE_LIMITED');
  return { content: await writePdf(document), name: `${name}.pdf` };
}

/** A certificate of the viewer's own as PDF, as long as it stands; null where there is none. @throws Refusal RATE_LIMITED */
export async function certificatePdf(ctx: Context, id: string): Promise<Download | null> {
  const me = ctx.viewer.personId;
  if (me === null || !isUuid(id)) return null;
  const row = await ctx.db.row<CertificateRow>(certificateStatement(`c.id = $1 AND c.person_id = $2 AND c.state = 'ISSUED'`), [id, me]);
  if (!row) return null;
  const say = translator(words, ctx.lang, ctx.config.timeZone);
  return download(ctx, me, await certificateDocument(ctx, row, ctx.lang), `${say('certificate.file')} ${row.title}`);
}

/** The viewer's portfolio as PDF, in the language they read in; null for a visitor. @throws Refusal RATE_LIMITED */
export async function portfolioPdf(ctx: Context): Promise<Download | null> {
  const me = ctx.viewer.personId;
  if (me === null) return null;
  const say = translator(words, ctx.lang, ctx.config.timeZone);
  return download(ctx, me, portfolioDocument(ctx, await ownPortfolio(ctx), ctx.lang), say('portfolio.file'));
}
