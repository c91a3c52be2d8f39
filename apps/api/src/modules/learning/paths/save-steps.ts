import type { PathContent } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { readableResources } from '../../resources/index.js';
import type { PathContentInput } from './path.inputs.js';
import type { PathRow } from './path.statement.js';
import { readableThreads } from './step.queries.js';

/** A step as it is kept. */
export interface KeptStep {
  id: string;
  kind: string;
  title: string;
  text: string;
  resource_id: string | null;
  thread_id: string | null;
}

/** The steps of a path as they are kept, by id. */
export async function keptSteps(tx: Tx, pathId: string): Promise<Map<string, KeptStep>> {
  const rows = await tx.rows<KeptStep>('SELECT id, kind, title, text, resource_id, thread_id FROM path_steps WHERE path_id = $1', [pathId]);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * What was sent, as the rules want it: ids without their types. An id that is none of ours is refused by the rule. A step that is closed to
 * who writes the path comes without what it leads to and its words, and keeps them.
 */
export function typedContent(input: PathContentInput, kept: ReadonlyMap<string, KeptStep>): unknown {
  const bare = (id: string | null | undefined, type: string): string | null => (id == null ? null : (fromGlobalId(id, type)?.id ?? ''));
  return {
    ...input,
    needed: input.needed ?? null,
    steps: input.steps.map((step) => {
      const id = bare(step.id, 'PathStep');
      const was = kept.get(id ?? '');
      const closed = was && was.kind === step.kind && was.kind !== 'TASK' && step.resourceId == null && step.threadId == null ? was : null;
      return {
        ...step,
        id,
        title: step.title || (closed?.title ?? ''),
        text: step.text || (closed?.text ?? ''),
        resourceId: closed ? closed.resource_id : bare(step.resourceId, 'Resource'),
        threadId: closed ? closed.thread_id : bare(step.threadId, 'Thread'),
        url: step.url ?? null,
        minutes: step.minutes ?? null,
      };
    }),
  };
}

type Step = PathContent['steps'][number];

/**
 * Keeps the steps of a path in their order. A step that is there already keeps its id, and with it what people have done of it; one that
 * leads somewhere anew must lead where its writer may read.
 * @throws UserErrors INVALID_CHOICE where a step leads nowhere
 */
export async function saveSteps(
  ctx: Context,
  tx: Tx,
  path: PathRow,
  steps: readonly Step[],
  before: ReadonlyMap<string, KeptStep>,
): Promise<void> {
  await assertLeads(ctx, tx, steps, before);
  const ids = steps.map((step) => (step.id !== null && before.has(step.id) ? step.id : newId()));
  if (new Set(ids).size < ids.length) reject('DUPLICATE', ['content', 'steps']);
  await tx.row('DELETE FROM path_steps WHERE path_id = $1 AND id <> ALL($2)', [path.id, ids]);
  for (const [at, step] of steps.entries()) {
    const leads = step.kind === 'RESOURCE' || step.kind === 'QUIZ';
    await tx.row(
      `INSERT INTO path_steps (id, path_id, position, kind, title, text, resource_id, thread_id, url, required, minutes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (id) DO UPDATE SET position = excluded.position, kind = excluded.kind, title = excluded.title, text = excluded.text,
         resource_id = excluded.resource_id, thread_id = excluded.thread_id, url = excluded.url, required = excluded.required, minutes = excluded.minutes`,
      [
        ids[at],
        path.id,
        at,
        step.kind,
        step.title,
        step.text,
        leads ? step.resourceId : null,
        step.kind === 'THREAD' ? step.threadId : null,
        step.kind === 'TASK' ? step.url : null,
        step.required,
        step.minutes,
      ],
    );
  }
}

async function assertLeads(ctx: Context, tx: Tx, steps: readonly Step[], before: ReadonlyMap<string, KeptStep>): Promise<void> {
  const resources = await readableResources(
    ctx,
    steps.flatMap(({ resourceId }) => resourceId ?? []),
    tx,
  );
  const threads = await readableThreads(
    ctx,
    steps.flatMap(({ threadId }) => threadId ?? []),
    tx,
  );
  for (const [at, step] of steps.entries()) {
    const was = step.id === null ? undefined : before.get(step.id);
    const leads =
      step.kind === 'TASK' ||
      (step.kind === 'THREAD'
        ? was?.thread_id === step.threadId || threads.has(step.threadId ?? '')
        : was?.resource_id === step.resourceId || resources.has(step.resourceId ?? ''));
    if (!leads) reject('INVALID_CHOICE', ['content', 'steps', String(at), step.kind === 'THREAD' ? 'threadId' : 'resourceId']);
  }
}
