import { demoAccounts as accounts } from '@stoa/demo';
import { authorize } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import type { DemoAccount, KeptMailType } from './demo.types.js';

/** The cards of a demo's sign-in page: accounts of the list that really exist; none where there is no demo. */
export async function demoAccounts(ctx: Context): Promise<DemoAccount[]> {
  if (!ctx.config.demo) return [];
  const rows = await ctx.db.rows<{ email: string }>(`SELECT email FROM people WHERE email = ANY($1) AND status = 'ACTIVE'`, [
    accounts.map(({ email }) => email),
  ]);
  const present = new Set(rows.map(({ email }) => email));
  return accounts.filter(({ email }) => present.has(email)).map(({ email, name, lang, roleKey }) => ({ email, name, lang, roleKey }));
}

/**
 * The newest messages that a demo keeps instead of sending; null where there is no demo or mail really leaves.
 * @throws Refusal for anybody but an administrator
 */
export async function keptMails(ctx: Context, first: number): Promise<KeptMailType[] | null> {
  authorize(ctx.viewer, 'register.change', {});
  const size = pageSize(first);
  if (!ctx.config.demo || ctx.config.smtpUrl) return null;
  const mails = await ctx.mailer.kept();
  return mails.slice(0, size).map(({ id, at, to, subject, text }) => ({ id, at, to, subject, text }));
}
