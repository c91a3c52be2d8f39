import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { toGlobalId } from '../../../platform/ids.js';
import { kept } from './cookies.js';
import type { IdentityType, SignInProvider, Voucher } from './oidc.types.js';
import { providerOf } from './providers.js';

/** The providers of this installation, in the operator's order. */
export function signInProviders(ctx: Context): SignInProvider[] {
  return ctx.config.providers.map(({ key, label }) => ({ key, label }));
}

/** A provider as people know it; one that is configured no more keeps its short name. */
function shown(ctx: Context, key: string): SignInProvider {
  return { key, label: providerOf(ctx.config, key)?.label ?? key };
}

/** The viewer's own identities, the oldest first. @throws Refusal UNAUTHENTICATED */
export async function identities(ctx: Context): Promise<IdentityType[]> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  const rows = await ctx.db.rows<{ id: string; provider: string; linked_at: string; last_used_at: string | null }>(
    'SELECT id, provider, linked_at, last_used_at FROM identities WHERE person_id = $1 ORDER BY id LIMIT 100',
    [personId],
  );
  return rows.map((row) => ({
    id: toGlobalId('Identity', row.id),
    provider: shown(ctx, row.provider),
    linkedAt: row.linked_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** Whom a provider sent here with this browser, while the page that follows may still be sent; null otherwise. */
export async function voucher(ctx: Context): Promise<Voucher | null> {
  const vouched = kept(ctx, 'vouched');
  if (!vouched) return null;
  const known = await ctx.db.row('SELECT 1 FROM people WHERE email = $1', [vouched.email]);
  const { provider, email, name } = vouched;
  return { provider: shown(ctx, provider), next: known ? 'PROVE_ACCOUNT' : 'SIGN_UP', email, name };
}
