import { resourceDraft, rules, type ResourceContent } from '@stoa/domain';
import { z } from 'zod';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { renderMarkdown } from '../../../platform/markdown.js';
import { keepsFiles } from '../files/keeps-files.js';
import { canWriteResource } from '../resource.policy.js';
import type { ResourceContentInput, ResourcePayload, SaveResourceInput } from '../resource.inputs.js';
import type { ResourceRow } from '../resource.statement.js';
import { openVersion } from '../version.queries.js';
import { changeResource, setColumns } from './change-resource.js';

/** What was sent, as the rules want it: ids without their types. An id that is none of ours is refused by the rule. */
function typed(input: ResourceContentInput): unknown {
  return {
    ...input,
    minutes: input.minutes ?? null,
    licence: input.licence ?? null,
    practice: input.practice ?? null,
    topicIds: input.topicIds.map((id) => fromGlobalId(id, 'Topic')?.id ?? ''),
    files: input.files.map((file) => ({ ...file, id: fromGlobalId(file.id, 'ResourceFile')?.id ?? '', lang: file.lang ?? null })),
  };
}

/** Columns of a resource that show a version. */
export function shownColumns(content: ResourceContent): Record<string, unknown> {
  const { visibility, kind, lang, title, outcome, summary, minutes, licence, authors, subjects, levels, audiences } = content;
  return {
    visibility,
    kind,
    lang,
    title,
    outcome,
    summary,
    minutes,
    licence,
    authors: JSON.stringify(authors),
    subjects,
    levels,
    audiences,
  };
}

/** Notes the topics of the version that a resource shows. @throws UserErrors where one does not exist or is retired */
export async function setTopics(tx: Tx, resourceId: string, topicIds: readonly string[]): Promise<void> {
  const known = await tx.rows<{ id: string }>('SELECT id FROM topics WHERE id = ANY($1)', [topicIds]);
  if (known.length < new Set(topicIds).size) reject('INVALID_CHOICE', ['content', 'topicIds']);
  await tx.row('DELETE FROM resource_topics WHERE resource_id = $1 AND topic_id <> ALL($2)', [resourceId, topicIds]);
  await tx.row('INSERT INTO resource_topics (resource_id, topic_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING', [
    resourceId,
    topicIds,
  ]);
}

/**
 * Keeps what a writer has written: in the open draft, or in a new version where the last one is published. What is under review cannot be
 * changed until it is taken back or given back.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, CONFLICT
 */
export function saveResource(ctx: Context, input: SaveResourceInput): Promise<ResourcePayload> {
  return changeResource(ctx, input, {
    name: 'saveResource',
    may: canWriteResource,
    visible: false,
    async change(tx, row, now) {
      const { content, changes } = checked(z.object({ content: resourceDraft, changes: rules.note }), {
        content: typed(input.content),
        changes: input.changes,
      });
      if (content.visibility === 'MEMBERS' && row.network_id === null) reject('INVALID_CHOICE', ['content', 'visibility']);
      if (row.state === 'WITHDRAWN') reject('RESOURCE_STATE');
      await keepsFiles(tx, row.id, content.files);
      await writeVersion(tx, row, { content, changes, by: signedIn(ctx.viewer), now });
      if (row.state !== 'DRAFT') return {};
      await setTopics(tx, row.id, content.topicIds);
      return shownColumns(content);
    },
  });
}

async function writeVersion(
  tx: Tx,
  row: ResourceRow,
  made: { content: ResourceContent; changes: string; by: string; now: Date },
): Promise<void> {
  const open = await openVersion(tx, row.id);
  if (open?.state === 'SUBMITTED') reject('RESOURCE_STATE');
  const set = {
    content: JSON.stringify(made.content),
    body_html: renderMarkdown(made.content.body),
    changes: made.changes,
    changed_at: made.now,
  };
  if (open) return setColumns(tx, 'resource_versions', open.id, set);
  await tx.row(
    `INSERT INTO resource_versions (id, resource_id, no, state, content, body_html, changes, created_by, created_at, changed_at)
     SELECT $1, $2, coalesce(max(no), 0) + 1, 'DRAFT', $3, $4, $5, $6, $7, $7 FROM resource_versions WHERE resource_id = $2`,
    [newId(), row.id, set.content, set.body_html, set.changes, made.by, made.now],
  );
}
