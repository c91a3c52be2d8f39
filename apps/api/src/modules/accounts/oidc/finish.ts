import * as client from 'openid-client';
import { audit } from '../../../platform/database/audit.js';
import type { Context } from '../../../platform/context.js';
import type { OidcProvider } from '../../../platform/oidc-settings.js';
import { inviteAgain } from '../people.js';
import { enter } from '../enter.js';
import { keep, kept, type Journey } from './cookies.js';
import { exchange, useState, type Claims } from './exchange.js';
import { addIdentity, lockWaysIn, ownerOf } from './identities.js';
import { providerOf } from './providers.js';

/** Why a journey to a provider ended without a session; the interface has words for each. */
type Problem =
  | 'STATE_LOST'
  | 'PROVIDER_REFUSED'
  | 'PROVIDER_FAILED'
  | 'NOT_LINKED'
  | 'INVITED'
  | 'USE_OTHER_SIGN_IN'
  | 'ACCOUNT_CLOSED'
  | 'IDENTITY_TAKEN';

/**
 * Takes back somebody whom a provider sent: signs in by issuer and subject alone, or adds the identity to the account that asked for it.
 * Never by the address: whoever is not known yet proves the account first.
 * @param search of the callback's address, with its question mark
 * @returns the path of the interface to go to
 */
export async function finishJourney(ctx: Context, key: string, search: string): Promise<string> {
  const journey = kept(ctx, 'journey');
  ctx.setCookie(keep(ctx, 'journey', null));
  const provider = providerOf(ctx.config, key);
  const state = new URLSearchParams(search).get('state');
  if (!journey || !provider || journey.provider !== key || journey.state !== state || !(await useState(ctx, state)))
    return problemPath(journey, ctx.lang, 'STATE_LOST');
  const claims = await exchange(ctx, provider, journey, search).catch((error: unknown) => problemOf(ctx, key, error));
  if (typeof claims === 'string') return problemPath(journey, ctx.lang, claims);
  return journey.link ? link(ctx, journey, journey.link, claims) : signIn(ctx, journey, provider, claims);
}

function problemOf(ctx: Context, key: string, error: unknown): Problem {
  if (error instanceof client.AuthorizationResponseError) return 'PROVIDER_REFUSED';
  // The code of the library says what was wrong; what the provider sent is not logged.
  ctx.log.warn({ provider: key, code: (error as { code?: unknown } | null)?.code }, 'sign-in by a provider failed');
  return 'PROVIDER_FAILED';
}

function problemPath(journey: Journey | null, lang: string, problem: Problem): string {
  const page = journey?.link ? 'me/preferences' : 'sign-in';
  return `/${journey?.lang ?? lang}/${page}?problem=${problem}`;
}

async function signIn(ctx: Context, journey: Journey, provider: OidcProvider, claims: Claims): Promise<string> {
  const identity = { provider: provider.key, issuer: claims.issuer, subject: claims.subject };
  const owner = await ownerOf(ctx.db, identity);
  if (!owner) return welcome(ctx, journey, provider, claims);
  if (owner.status !== 'ACTIVE') return problemPath(journey, ctx.lang, 'ACCOUNT_CLOSED');
  await ctx.db.transaction(async (tx) => {
    await tx.row('UPDATE identities SET last_used_at = $2 WHERE id = $1', [owner.id, ctx.clock.now()]);
  });
  return enter(ctx, { personId: owner.person_id, act: 'signInByProvider', secondFactor: claims.secondFactor, returnTo: journey.returnTo });
}

/** Somebody whom no account names yet: what can be done depends on whether the address has an account. */
async function welcome(ctx: Context, journey: Journey, provider: OidcProvider, claims: Claims): Promise<string> {
  const { email } = claims;
  if (email === null) return problemPath(journey, ctx.lang, 'NOT_LINKED');
  const known = await ctx.db.row<{ id: string; status: string }>('SELECT id, status FROM people WHERE email = $1', [email]);
  if (known?.status === 'INVITED') {
    // The mailbox, not the provider's word, opens an account that somebody was invited to.
    const now = ctx.clock.now();
    await ctx.db.transaction((tx) => inviteAgain(tx, { personId: known.id, email, detail: {}, invitedBy: null, now }));
    return problemPath(journey, ctx.lang, 'INVITED');
  }
  if (known) {
    const ways = await ctx.db.transaction((tx) => lockWaysIn(tx, known.id));
    if (ways?.status !== 'ACTIVE') return problemPath(journey, ctx.lang, 'NOT_LINKED');
    if (ways.identities > 0 || !ways.password) return problemPath(journey, ctx.lang, 'USE_OTHER_SIGN_IN');
  } else if (!provider.signUp) return problemPath(journey, ctx.lang, 'NOT_LINKED');
  const { issuer, subject, name, secondFactor } = claims;
  ctx.setCookie(keep(ctx, 'vouched', { provider: provider.key, issuer, subject, email, name, secondFactor, returnTo: journey.returnTo }));
  return `/${journey.lang}/sign-in/provider`;
}

async function link(ctx: Context, journey: Journey, asked: NonNullable<Journey['link']>, claims: Claims): Promise<string> {
  if (ctx.me?.personId !== asked.personId || ctx.me.sessionId !== asked.sessionId) return problemPath(journey, ctx.lang, 'STATE_LOST');
  const identity = { provider: journey.provider, issuer: claims.issuer, subject: claims.subject };
  const taken = await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now();
    const id = await addIdentity(tx, asked.personId, identity, now);
    if (!id) return (await ownerOf(tx, identity))?.person_id !== asked.personId;
    await audit(tx, {
      actorId: asked.personId,
      act: 'linkIdentity',
      subjectType: 'Identity',
      subjectId: id,
      at: now,
      requestId: ctx.requestId,
      detail: { provider: journey.provider },
    });
    return false;
  });
  return taken ? problemPath(journey, ctx.lang, 'IDENTITY_TAKEN') : journey.returnTo;
}
