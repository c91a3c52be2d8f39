import { resourceContent, resourceRemarks } from '@stoa/domain';
import { z } from 'zod';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { canReadVersions, canReviewResource, canWriteResource } from '../resource.policy.js';
import type { ResourceActInput, ResourcePayload, ReturnResourceInput } from '../resource.inputs.js';
import { checkSubmission } from '../submission-checks.js';
import { openVersion } from '../version.queries.js';
import { changeResource, nextState, nextVersion, setColumns } from './change-resource.js';
import { setTopics, shownColumns } from './save-resource.js';

/** Sends the open version to its reviewers; what a reader needs must be there. */
export function submitResource(ctx: Context, input: ResourceActInput): Promise<ResourcePayload> {
  return changeResource(ctx, input, {
    name: 'submitResource',
    may: canWriteResource,
    async change(tx, row, now) {
      const { open, state } = await nextVersion(tx, row, 'SUBMIT');
      checked(z.object({ content: resourceContent }), { content: open.content });
      await checkSubmission(tx, { resourceId: row.id, versionNo: open.no, content: open.content });
      const by = signedIn(ctx.viewer);
      await setColumns(tx, 'resource_versions', open.id, { state, submitted_by: by, submitted_at: now, remarks: '[]' });
      await publish(tx, 'ResourceSubmitted', { resourceId: row.id });
      return { awaits_review: true };
    },
  });
}

/** Takes back what was submitted, to go on writing. */
export function takeBackResource(ctx: Context, input: ResourceActInput): Promise<ResourcePayload> {
  return changeResource(ctx, input, {
    name: 'takeBackResource',
    // Whoever sent it, or proposed it.
    may: (viewer, row) => canReadVersions(viewer, row) && [row.proposed_by, row.open_submitted_by].includes(viewer.personId ?? ''),
    async change(tx, row, now) {
      const { open, state } = await nextVersion(tx, row, 'TAKE_BACK');
      await setColumns(tx, 'resource_versions', open.id, { state, submitted_by: null, submitted_at: null, changed_at: now });
      return { awaits_review: false };
    },
  });
}

/** Gives what was submitted back to its writer with remarks in their places; what is published stays so. */
export function returnResource(ctx: Context, input: ReturnResourceInput): Promise<ResourcePayload> {
  return changeResource(ctx, input, {
    name: 'returnResource',
    may: canReviewResource,
    async change(tx, row, now) {
      const { remarks } = checked(z.object({ remarks: resourceRemarks }), { remarks: input.remarks });
      const { open, state } = await nextVersion(tx, row, 'RETURN');
      const decided = { state, remarks: JSON.stringify(remarks), decided_by: signedIn(ctx.viewer), decided_at: now };
      await setColumns(tx, 'resource_versions', open.id, decided);
      await publish(tx, 'ResourceReturned', { resourceId: row.id, versionId: open.id });
      return { awaits_review: false };
    },
  });
}

/** Publishes what was submitted; the version before it is kept. What people have finished stays finished. */
export function publishResource(ctx: Context, input: ResourceActInput): Promise<ResourcePayload> {
  return changeResource(ctx, input, {
    name: 'publishResource',
    may: canReviewResource,
    async change(tx, row, now) {
      const { open, state } = await nextVersion(tx, row, 'PUBLISH');
      const resourceState = nextState(row, 'PUBLISH');
      await tx.row(
        `UPDATE resource_versions SET state = 'SUPERSEDED', version = version + 1 WHERE resource_id = $1 AND state = 'PUBLISHED'`,
        [row.id],
      );
      await setColumns(tx, 'resource_versions', open.id, { state, decided_by: signedIn(ctx.viewer), decided_at: now });
      await setTopics(tx, row.id, open.content.topicIds);
      await publish(tx, 'ResourcePublished', { resourceId: row.id, versionId: open.id });
      return {
        ...shownColumns(open.content),
        state: resourceState,
        version_no: open.no,
        awaits_review: false,
        published_at: row.published_at ?? now,
      };
    },
  });
}

/** Deletes a draft, whole where nothing of the resource was ever published; what is under review is taken back first. */
export function discardDraft(ctx: Context, input: ResourceActInput): Promise<ResourcePayload> {
  return changeResource(ctx, input, {
    name: 'discardDraft',
    may: canWriteResource,
    visible: false,
    async change(tx, row) {
      const open = await openVersion(tx, row.id);
      if (open?.state !== 'DRAFT') reject('RESOURCE_STATE');
      await tx.row(row.state === 'DRAFT' ? 'DELETE FROM resources WHERE id = $1' : 'DELETE FROM resource_versions WHERE id = $1', [
        row.state === 'DRAFT' ? row.id : open.id,
      ]);
      return {};
    },
  });
}
