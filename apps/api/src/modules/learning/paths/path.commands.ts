import { GATHERING, pathContent, rules, transition, type GatheringAct, type PathContent } from '@stoa/domain';
import { z } from 'zod';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { claimSlugs } from '../../../platform/database/slugs.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import type { UserErrorShape } from '../../../platform/errors.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { authorizeResource, canReadVersions, ownerColumns } from '../../resources/index.js';
import type { CreatePathInput, PathActInput, PathPayload, ReturnPathInput, SavePathInput } from './path.inputs.js';
import { canEditPath, canReviewPath } from './path.policy.js';
import { lockPath, pathById, pathIdOf, toPath } from './path.queries.js';
import type { PathRow } from './path.statement.js';
import { keptSteps, saveSteps, typedContent } from './save-steps.js';

/** The payload of a command: the path read after the commit, or the errors. */
export async function pathPayload(ctx: Context, outcome: { id?: string | undefined; userErrors: UserErrorShape[] }): Promise<PathPayload> {
  if (outcome.id === undefined) return { userErrors: outcome.userErrors };
  const row = await ctx.load(pathById, outcome.id);
  return { path: row && toPath(row), userErrors: [] };
}

/**
 * Begins a path: a draft that only its writer sees.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND or FORBIDDEN of what it is to belong to
 */
export async function createPath(ctx: Context, input: CreatePathInput): Promise<PathPayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const owner = await ownerColumns(ctx, tx, input.ownerType, input.ownerId);
    const { title, lang } = checked(z.object({ title: rules.title, lang: pathContent.shape.lang }), input);
    const now = ctx.clock.now();
    const { clientMutationId, ...body } = input;
    return once(tx, { actorId: me, key: clientMutationId, operation: 'createPath', input: body, now }, async () => {
      const id = newId();
      const [slug = id] = await claimSlugs(tx, 'learning_paths', [{ name: title, otherwise: 'path' }]);
      await tx.row(
        `INSERT INTO learning_paths (id, slug, territory_id, network_id, structure_id, centre_id, school_id, state, visibility, title, lang, rule, proposed_by, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'DRAFT', 'PUBLIC', $8, $9, 'ALL_REQUIRED', $10, $11, $11)`,
        [id, slug, owner.territory_id, owner.network_id, owner.structure_id, owner.centre_id, owner.school_id, title, lang, me, now],
      );
      await audit(tx, { actorId: me, act: 'createPath', subjectType: 'LearningPath', subjectId: id, at: now, requestId: ctx.requestId });
      return id;
    });
  });
  return pathPayload(ctx, outcome);
}

interface Change {
  name: string;
  may: (viewer: Context['viewer'], row: PathRow) => boolean;
  /** Columns to set, besides version and time; null where the path is gone. */
  change: (tx: Tx, row: PathRow, now: Date) => Promise<Record<string, unknown> | null>;
}

/**
 * Loads and locks a path, asks the right, compares the version, changes it and writes the audit row.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, CONFLICT
 */
async function changePath(ctx: Context, input: PathActInput, act: Change): Promise<PathPayload> {
  const id = pathIdOf(input.id);
  const outcome = await mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    const row = await lockPath(tx, id);
    authorizeResource(ctx.viewer, row, act.may(ctx.viewer, row));
    if (row.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    const now = ctx.clock.now();
    const set = await act.change(tx, row, now);
    if (set) {
      const columns = Object.keys(set).map((column, at) => `${column} = $${at + 3}`);
      await tx.row(`UPDATE learning_paths SET ${[...columns, 'changed_at = $2', 'version = version + 1'].join(', ')} WHERE id = $1`, [
        id,
        now,
        ...Object.values(set),
      ]);
    }
    await audit(tx, { actorId, act: act.name, subjectType: 'LearningPath', subjectId: id, at: now, requestId: ctx.requestId });
    return { id };
  });
  return pathPayload(ctx, outcome);
}

/** The state that an act leads to. @throws UserErrors RESOURCE_STATE where it is not legal */
function next(row: PathRow, act: GatheringAct): PathRow['state'] {
  return transition(GATHERING, row.state, act) ?? reject('RESOURCE_STATE');
}

function columnsOf(content: PathContent): Record<string, unknown> {
  const { steps: _steps, ...columns } = content;
  return { ...columns, needed: content.rule === 'NUMBER' ? content.needed : null };
}

/** Keeps a path with its steps. Nobody who has completed it loses that; who has completed what is left of it, has completed it. */
export function savePath(ctx: Context, input: SavePathInput): Promise<PathPayload> {
  return changePath(ctx, input, {
    name: 'savePath',
    may: canEditPath,
    async change(tx, row) {
      const kept = await keptSteps(tx, row.id);
      const { content } = checked(z.object({ content: pathContent }), { content: typedContent(input.content, kept) });
      if (content.visibility === 'MEMBERS' && row.network_id === null) reject('INVALID_CHOICE', ['content', 'visibility']);
      if (row.state === 'PUBLISHED' && content.steps.length === 0) reject('REQUIRED', ['content', 'steps']);
      await saveSteps(ctx, tx, row, content.steps, kept);
      if (row.state === 'PUBLISHED') await publish(tx, 'PathChanged', { pathId: row.id });
      return columnsOf(content);
    },
  });
}

/** Sends a path to its reviewers; a title and a step must be there. */
export function submitPath(ctx: Context, input: PathActInput): Promise<PathPayload> {
  return changePath(ctx, input, {
    name: 'submitPath',
    may: (viewer, row) => canReadVersions(viewer, row),
    async change(tx, row) {
      if (row.state !== 'DRAFT' || row.awaits_review) reject('RESOURCE_STATE');
      if (!(await tx.row('SELECT 1 FROM path_steps WHERE path_id = $1', [row.id]))) reject('REQUIRED', ['content', 'steps']);
      return { awaits_review: true, remarks: '' };
    },
  });
}

/** Takes back what was submitted, to go on writing. */
export function takeBackPath(ctx: Context, input: PathActInput): Promise<PathPayload> {
  return changePath(ctx, input, {
    name: 'takeBackPath',
    may: (viewer, row) => row.proposed_by === viewer.personId && canReadVersions(viewer, row),
    change: async (_tx, row) => Promise.resolve(row.awaits_review ? { awaits_review: false } : reject('RESOURCE_STATE')),
  });
}

/** Gives a path back to its writer. */
export function returnPath(ctx: Context, input: ReturnPathInput): Promise<PathPayload> {
  return changePath(ctx, input, {
    name: 'returnPath',
    may: canReviewPath,
    async change(_tx, row) {
      const { remarks } = checked(z.object({ remarks: rules.reason }), { remarks: input.remarks });
      if (!row.awaits_review) reject('RESOURCE_STATE');
      return Promise.resolve({ awaits_review: false, remarks, decided_by: signedIn(ctx.viewer) });
    },
  });
}

/** Publishes a path that was submitted, or anew one that was withdrawn. */
export function publishPath(ctx: Context, input: PathActInput): Promise<PathPayload> {
  return changePath(ctx, input, {
    name: 'publishPath',
    may: canReviewPath,
    async change(tx, row, now) {
      const state = next(row, 'PUBLISH');
      if (row.state === 'DRAFT' && !row.awaits_review) reject('RESOURCE_STATE');
      await publish(tx, 'PathChanged', { pathId: row.id });
      return {
        state,
        awaits_review: false,
        remarks: '',
        decided_by: signedIn(ctx.viewer),
        published_at: row.published_at ?? now,
      };
    },
  });
}

/** Takes a path out of the library; who has completed it keeps that. */
export function withdrawPath(ctx: Context, input: PathActInput): Promise<PathPayload> {
  return changePath(ctx, input, {
    name: 'withdrawPath',
    may: canReadVersions,
    change: async (_tx, row) => Promise.resolve({ state: next(row, 'WITHDRAW') }),
  });
}

/** Deletes a draft of the viewer's own. */
export async function discardPath(ctx: Context, input: PathActInput): Promise<PathPayload> {
  const done = await changePath(ctx, input, {
    name: 'discardPath',
    may: canEditPath,
    async change(tx, row) {
      if (row.state !== 'DRAFT' || row.awaits_review) reject('RESOURCE_STATE');
      await tx.row('DELETE FROM learning_paths WHERE id = $1', [row.id]);
      return null;
    },
  });
  return done.userErrors.length > 0 ? done : { userErrors: [] };
}
