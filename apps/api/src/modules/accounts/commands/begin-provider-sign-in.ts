import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { beginJourney } from '../oidc/begin.js';
import type { Journey } from '../oidc/cookies.js';
import type { ProviderAddressPayload, ProviderInput } from '../oidc/oidc.types.js';
import { requireRecentProof } from '../proof.js';

/** Sends a visitor to a provider to sign in there. @throws UserErrors PROVIDER_UNKNOWN, PROVIDER_UNAVAILABLE */
export function beginProviderSignIn(ctx: Context, input: ProviderInput): Promise<ProviderAddressPayload> {
  return begin(ctx, input, null);
}

/**
 * Sends the viewer to a provider in order to sign in by it from now on. Only a session that proved itself lately may, so that a screen
 * left open gives nobody a lasting way in; the identity is added when this session comes back.
 * @throws Refusal PROOF_REQUIRED @throws UserErrors PROVIDER_UNKNOWN, PROVIDER_UNAVAILABLE
 */
export async function beginIdentityLink(ctx: Context, input: ProviderInput): Promise<ProviderAddressPayload> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  requireRecentProof(ctx);
  return begin(ctx, input, { personId, sessionId: ctx.me?.sessionId ?? '' });
}

function begin(ctx: Context, input: ProviderInput, link: Journey['link']): Promise<ProviderAddressPayload> {
  const prepare = () => beginJourney(ctx, input.provider, { returnTo: input.returnTo ?? null, link });
  return prepareAndMutate(ctx, prepare, async (_tx, address) => ({ address })) as Promise<ProviderAddressPayload>;
}
