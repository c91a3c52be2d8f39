import type { ResourceAct } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { reject } from '../../../platform/errors.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { canReadVersions, canReviewResource } from '../resource.policy.js';
import type { PromoteResourceInput, ResourceActInput, ResourcePayload } from '../resource.inputs.js';
import { changeResource, nextState } from './change-resource.js';

type Change = Parameters<typeof changeResource>[2];

/** Who proposed a resource may warn of it and withdraw it; who reviews in its scope may all. */
function changeState(ctx: Context, input: ResourceActInput, act: ResourceAct, name: string, may: Change['may']): Promise<ResourcePayload> {
  return changeResource(ctx, input, {
    name,
    may,
    async change(tx, row) {
      const state = nextState(row, act);
      await publish(tx, 'ResourceChanged', { resourceId: row.id });
      return { state };
    },
  });
}

/** Warns readers that it no longer holds. */
export function markOutdated(ctx: Context, input: ResourceActInput): Promise<ResourcePayload> {
  return changeState(ctx, input, 'OUTDATE', 'markOutdated', canReadVersions);
}

/** Takes the warning back. */
export function confirmCurrent(ctx: Context, input: ResourceActInput): Promise<ResourcePayload> {
  return changeState(ctx, input, 'CONFIRM', 'confirmCurrent', canReviewResource);
}

/** Takes it out of the library; those who have finished it keep that. */
export function withdrawResource(ctx: Context, input: ResourceActInput): Promise<ResourcePayload> {
  return changeState(ctx, input, 'WITHDRAW', 'withdrawResource', canReadVersions);
}

/** Puts what was withdrawn back. */
export function restoreResource(ctx: Context, input: ResourceActInput): Promise<ResourcePayload> {
  return changeState(ctx, input, 'RESTORE', 'restoreResource', canReviewResource);
}

/** Puts what is published forward to others, on the pages of its county's centres, or does so no more. */
export function promoteResource(ctx: Context, input: PromoteResourceInput): Promise<ResourcePayload> {
  return changeResource(ctx, input, {
    name: 'promoteResource',
    may: canReviewResource,
    async change(_tx, row, now) {
      if (input.promoted && row.state !== 'PUBLISHED') reject('RESOURCE_STATE');
      return Promise.resolve({ promoted_at: input.promoted ? (row.promoted_at ?? now) : null });
    },
  });
}
