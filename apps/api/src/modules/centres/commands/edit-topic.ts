import { LANGUAGES, localNames, rules, searchText, type Language, type LocalText } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { freeSlugs } from '../../../platform/database/slugs.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { byLanguage } from '../card.js';
import { toTopic, type TopicRow } from '../topic.queries.js';
import type { CreateTopicInput, EditTopicInput, RetireTopicInput, TopicPayload } from '../topic.type.js';
import type { LocalTextInput } from '../card.types.js';

interface TopicValues {
  names: LocalText;
  synonyms: Partial<Record<Language, string[]>>;
}

function valuesOf(input: { names: LocalTextInput[]; synonyms: LocalTextInput[] }): TopicValues {
  const { names } = checked(z.object({ names: localNames() }), { names: byLanguage(input.names) });
  const words = z.array(z.object({ lang: rules.language, text: rules.name })).max(60);
  const { synonyms } = checked(z.object({ synonyms: words }), { synonyms: input.synonyms.filter(({ text }) => text.trim() !== '') });
  const byLang = LANGUAGES.flatMap((lang) => {
    const own = [...new Set(synonyms.filter((each) => each.lang === lang).map(({ text }) => text))];
    return own.length > 0 ? [[lang, own] as const] : [];
  });
  return { names, synonyms: Object.fromEntries(byLang) };
}

const searchOf = ({ names, synonyms }: TopicValues): string => searchText([...Object.values(names), ...Object.values(synonyms).flat()]);

/** The id of a parent that may be one: it exists and does not lie under `child`. @throws UserErrors on `parent` */
async function parentOf(tx: Tx, globalId: string | null | undefined, child: string | null): Promise<string | null> {
  if (!globalId) return null;
  const id = fromGlobalId(globalId, 'Topic')?.id;
  if (!id || !(await tx.row('SELECT 1 AS found FROM topics WHERE id = $1', [id]))) reject('NOT_FOUND', 'parent');
  const cycle = await tx.row(
    `WITH RECURSIVE up AS (SELECT id, parent_id FROM topics WHERE id = $1 UNION SELECT t.id, t.parent_id FROM topics t JOIN up ON t.id = up.parent_id)
     SELECT 1 AS found FROM up WHERE id = $2`,
    [id, child],
  );
  if (cycle) reject('CYCLE', 'parent');
  return id;
}

async function payload(ctx: Context, tx: Tx, id: string): Promise<{ topic: TopicPayload['topic'] }> {
  const row = await tx.row<TopicRow>('SELECT id, slug, names, synonyms, search, parent_id, retired_at, version FROM topics WHERE id = $1', [
    id,
  ]);
  return { topic: row && toTopic(ctx, row) };
}

/** Adds a topic to the tree. */
export function createTopic(ctx: Context, input: CreateTopicInput): Promise<TopicPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'topic.edit', { isPublic: true }, 'public.read');
    const values = valuesOf(input);
    const now = ctx.clock.now();
    const { id } = await once(tx, { actorId, key: input.clientMutationId, operation: 'createTopic', input, now }, async () => {
      const parentId = await parentOf(tx, input.parent, null);
      await tx.row(`SELECT pg_advisory_xact_lock(hashtext('topics'))`);
      const [slug] = await freeSlugs(tx, 'topics', [{ name: values.names.en ?? Object.values(values.names)[0] ?? '', otherwise: 'topic' }]);
      const topicId = newId();
      await tx.row('INSERT INTO topics (id, slug, names, synonyms, search, parent_id) VALUES ($1, $2, $3, $4, $5, $6)', [
        topicId,
        slug,
        values.names,
        values.synonyms,
        searchOf(values),
        parentId,
      ]);
      await audit(tx, { actorId, act: 'createTopic', subjectType: 'Topic', subjectId: topicId, at: now, requestId: ctx.requestId });
      return topicId;
    });
    return payload(ctx, tx, id);
  });
}

/** Changes names, synonyms and place of a topic. */
export function editTopic(ctx: Context, input: EditTopicInput): Promise<TopicPayload> {
  return changeTopic(ctx, 'editTopic', input, async (tx, id) => {
    const values = valuesOf(input);
    // Two topics moved at once could end up under each other.
    await tx.row(`SELECT pg_advisory_xact_lock(hashtext('topics'))`);
    const parentId = await parentOf(tx, input.parent, id);
    await tx.row('UPDATE topics SET names = $2, synonyms = $3, search = $4, parent_id = $5, version = version + 1 WHERE id = $1', [
      id,
      values.names,
      values.synonyms,
      searchOf(values),
      parentId,
    ]);
  });
}

/** Takes a topic out of lists, or brings it back; what points to it keeps it. */
export function retireTopic(ctx: Context, input: RetireTopicInput): Promise<TopicPayload> {
  return changeTopic(ctx, input.retired ? 'retireTopic' : 'restoreTopic', input, async (tx, id) => {
    await tx.row('UPDATE topics SET retired_at = $2, version = version + 1 WHERE id = $1', [id, input.retired ? ctx.clock.now() : null]);
  });
}

function changeTopic(
  ctx: Context,
  act: string,
  input: { id: string; expectedVersion: number },
  change: (tx: Tx, id: string) => Promise<void>,
): Promise<TopicPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'topic.edit', { isPublic: true }, 'public.read');
    const id = fromGlobalId(input.id, 'Topic')?.id;
    const row = id ? await tx.row<{ version: number }>('SELECT version FROM topics WHERE id = $1 FOR UPDATE', [id]) : null;
    if (!id || !row) throw new Refusal('NOT_FOUND');
    if (row.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    await change(tx, id);
    await audit(tx, { actorId, act, subjectType: 'Topic', subjectId: id, at: ctx.clock.now(), requestId: ctx.requestId });
    return payload(ctx, tx, id);
  });
}
