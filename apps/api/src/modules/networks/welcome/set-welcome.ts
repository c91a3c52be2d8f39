import { welcomeText } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { renderMarkdown } from '../../../platform/markdown.js';
import { authorizeNetwork, networkTarget } from '../network.policy.js';
import { lockNetwork, networkIdOf } from '../network.queries.js';
import type { PutWelcomeAsideInput, SetWelcomeInput, WelcomePayload } from './welcome.types.js';
import { networkWelcome } from './welcome.queries.js';

/** The first text begins the time from which those who join are greeted; an empty one begins nothing. */
const SET = `
  INSERT INTO network_welcomes AS w (network_id, county_id, body, body_html, first_at, written_by, written_at)
  SELECT $1, $2, $3, $4, $6, $5, $6 WHERE $7::int = 0 AND NOT EXISTS (SELECT 1 FROM network_welcomes WHERE network_id = $1)
  RETURNING 1`;
const CHANGE = `
  UPDATE network_welcomes SET body = $2, body_html = $3, written_by = $4, written_at = $5, version = version + 1
  WHERE network_id = $1 AND version = $6 RETURNING 1`;

/**
 * Says what who joins a network reads first.
 * @throws Refusal NOT_FOUND, FORBIDDEN, or CONFLICT where somebody changed it meanwhile
 */
export async function setWelcome(ctx: Context, input: SetWelcomeInput): Promise<WelcomePayload> {
  const actorId = signedIn(ctx.viewer);
  const { userErrors, slug } = await mutate(ctx, async (tx) => {
    const network = await lockNetwork(ctx, tx, networkIdOf(input.networkId));
    await authorizeNetwork(ctx, tx, 'network.edit', network);
    const { body } = checked(welcomeText, { body: input.body });
    const now = ctx.clock.now();
    const html = renderMarkdown(body);
    const written =
      input.expectedVersion === 0
        ? await tx.row(SET, [network.id, network.county_id, body, html, actorId, now, input.expectedVersion])
        : await tx.row(CHANGE, [network.id, body, html, actorId, now, input.expectedVersion]);
    if (!written) throw new Refusal('CONFLICT');
    await audit(tx, {
      actorId,
      act: 'setWelcome',
      subjectType: 'Network',
      subjectId: network.id,
      countyId: network.county_id,
      at: now,
      requestId: ctx.requestId,
    });
    return { slug: network.slug };
  });
  return { userErrors, welcome: slug === undefined ? null : await networkWelcome(ctx, slug) };
}

/** Puts the welcome aside for good. Doing it twice does it once. @throws Refusal NOT_FOUND where the viewer is no member */
export async function putWelcomeAside(ctx: Context, input: PutWelcomeAsideInput): Promise<WelcomePayload> {
  const me = signedIn(ctx.viewer);
  const { userErrors, slug } = await mutate(ctx, async (tx) => {
    const network = await lockNetwork(ctx, tx, networkIdOf(input.networkId));
    authorize(ctx.viewer, 'discussion.read', networkTarget(network));
    await tx.row(
      "UPDATE memberships SET welcomed_at = $3 WHERE network_id = $1 AND person_id = $2 AND state = 'ACTIVE' AND welcomed_at IS NULL",
      [network.id, me, ctx.clock.now()],
    );
    return { slug: network.slug };
  });
  return { userErrors, welcome: slug === undefined ? null : await networkWelcome(ctx, slug) };
}
