import { memberInvitation, rules } from '@stoa/domain';
import { z } from 'zod';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { inviteByEmail } from '../../accounts/index.js';
import { affiliationsOf, applicantFacts } from '../applicant.queries.js';
import type { InviteMemberInput, MembershipPayload } from '../membership.inputs.js';
import { addMembership, lockOpenMembership } from '../membership.store.js';
import { authorizeNetwork } from '../network.policy.js';
import { lockNetwork, networkIdOf } from '../network.queries.js';
import type { NetworkRow } from '../network.statement.js';
import { membershipPayload } from './membership-payload.js';

/** What an invitation to a network is called in a token. */
export const INVITATION_KIND = 'NETWORK';

/** Why a person cannot be invited, by the state of the membership there is. */
const TAKEN = { ACTIVE: 'ALREADY_MEMBER', INVITED: 'ALREADY_INVITED', REQUESTED: 'HAS_REQUESTED' } as const;

/**
 * Invites a person to a network: one known to Stoa, or one by e-mail, who gets an account by accepting. Rejects PERSON_UNKNOWN,
 * ALREADY_MEMBER, ALREADY_INVITED, HAS_REQUESTED.
 * @throws Refusal NOT_FOUND, FORBIDDEN
 */
export async function inviteMember(ctx: Context, input: InviteMemberInput): Promise<MembershipPayload> {
  const actorId = signedIn(ctx.viewer);
  const outcome = await mutate(ctx, async (tx) => {
    const network = await lockNetwork(ctx, tx, networkIdOf(input.networkId));
    await authorizeNetwork(ctx, tx, 'network.admit', network);
    const now = ctx.clock.now();
    const { clientMutationId, ...body } = input;
    const { id } = await once(tx, { actorId, key: clientMutationId, operation: 'inviteMember', input: body, now }, () =>
      invite(ctx, tx, network, actorId, input),
    );
    return { networkId: network.id, ids: [id] };
  });
  return membershipPayload(ctx, outcome);
}

async function invite(ctx: Context, tx: Tx, network: NetworkRow, actorId: string, input: InviteMemberInput): Promise<string> {
  const at = ctx.clock.now();
  const { personId, message, mailed } = input.personId
    ? await knownPerson(tx, input)
    : await personByEmail(ctx, tx, network, actorId, input);
  const open = await lockOpenMembership(tx, network.id, personId);
  if (open && open.state in TAKEN) return reject(TAKEN[open.state as keyof typeof TAKEN], input.personId ? 'personId' : 'email');
  const { schoolId } = applicantFacts(await affiliationsOf(tx, personId), network);
  const id = await addMembership(tx, network, { personId, schoolId, state: 'INVITED', message, invitedBy: actorId, at });
  if (id === null) throw new Refusal('CONFLICT');
  // Whoever has no account yet learns of the network in the mail that opens one.
  if (!mailed) await publish(tx, 'MemberInvited', { membershipId: id });
  await audit(tx, {
    actorId,
    act: 'inviteMember',
    subjectType: 'Membership',
    subjectId: id,
    countyId: network.county_id,
    at,
    requestId: ctx.requestId,
  });
  return id;
}

interface Invitee {
  personId: string;
  message: string;
  /** Whether accounts mails the invitation. */
  mailed: boolean;
}

async function knownPerson(tx: Tx, input: InviteMemberInput): Promise<Invitee> {
  const { message } = checked(z.object({ message: rules.note }), { message: input.message ?? '' });
  const id = fromGlobalId(input.personId ?? '', 'Person')?.id;
  const person = id && (await tx.row("SELECT 1 FROM people WHERE id = $1 AND status IN ('ACTIVE', 'INVITED')", [id]));
  return person && id ? { personId: id, message, mailed: false } : reject('PERSON_UNKNOWN', 'personId');
}

async function personByEmail(ctx: Context, tx: Tx, network: NetworkRow, actorId: string, input: InviteMemberInput): Promise<Invitee> {
  const { email, name, message } = checked(memberInvitation, { email: input.email, name: input.name, message: input.message ?? '' });
  const detail = { kind: INVITATION_KIND, subjectId: network.id };
  const { personId, tokenId } = await inviteByEmail(tx, { email, name, lang: ctx.lang, detail, invitedBy: actorId, now: ctx.clock.now() });
  return { personId, message, mailed: tokenId !== null };
}
