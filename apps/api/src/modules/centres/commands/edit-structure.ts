import {
  audiencesRule,
  contactsRule,
  functionsRule,
  languagesRule,
  localNames,
  localNotes,
  openingHoursRule,
  orNull,
  rules,
  searchText,
  STRUCTURE,
  transition,
  type LocalText,
} from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { freeSlugs } from '../../../platform/database/slugs.js';
import { reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { byLanguage } from '../card.js';
import type {
  ChangeStructureStateInput,
  CreateStructureInput,
  EditStructureInput,
  StructurePayload,
  StructureTopicInput,
} from '../centre.inputs.js';
import { STRUCTURE_COLUMNS, STRUCTURE_FROM, toStructure, type StructureRow } from '../structure.queries.js';
import { auditChange, lockStructure, successorOf } from './change-register.js';

async function payload(ctx: Context, tx: Tx, id: string): Promise<{ structure: StructurePayload['structure'] }> {
  const row = await tx.row<StructureRow>(`SELECT ${STRUCTURE_COLUMNS} FROM ${STRUCTURE_FROM} WHERE s.id = $1`, [id]);
  return { structure: row && toStructure(ctx, row) };
}

/** What a structure is found by. */
export function structureSearch(names: LocalText, functions: readonly LocalText[], code: string | null): string {
  return searchText([...Object.values(names), code, ...functions.flatMap((each) => Object.values(each))]);
}

/** The municipality in which a structure sits: one below its centre's territory. @throws UserErrors on `municipality` */
async function municipalityOf(tx: Tx, globalId: string | null | undefined, territoryId: string): Promise<string | null> {
  if (!globalId) return null;
  const id = fromGlobalId(globalId, 'Territory')?.id ?? null;
  const row = await tx.row<{ id: string }>(
    `SELECT id FROM territories WHERE id = $1 AND kind = 'MUNICIPALITY' AND path @> ARRAY[$2::uuid]`,
    [id, territoryId],
  );
  return row?.id ?? reject('NOT_FOUND', 'municipality');
}

/** Adds a structure to a centre that lives. */
export function createStructure(ctx: Context, input: CreateStructureInput): Promise<StructurePayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'register.change', { isPublic: true }, 'public.read');
    const rule = z.object({ names: localNames(), lang: rules.language, code: orNull(rules.schoolCode) });
    const { names, lang, code } = checked(rule, { names: byLanguage(input.names), lang: input.lang, code: input.code });
    if (names[lang] === undefined) reject('REQUIRED', ['names', lang]);
    const { id } = await once(
      tx,
      { actorId, key: input.clientMutationId, operation: 'createStructure', input, now: ctx.clock.now() },
      async () => {
        const centre = await tx.row<{ id: string; territory_id: string }>(
          `SELECT id, territory_id FROM centres WHERE id = $1 AND status IN ('PLANNED', 'ACTIVE') FOR SHARE`,
          [fromGlobalId(input.centre, 'Centre')?.id ?? null],
        );
        if (!centre) reject('NOT_FOUND', 'centre');
        const municipalityId = await municipalityOf(tx, input.municipality, centre.territory_id);
        await tx.row(`SELECT pg_advisory_xact_lock(hashtext('structures'))`);
        if (code !== null && (await tx.row('SELECT 1 AS found FROM structures WHERE code = $1', [code]))) reject('CODE_TAKEN', 'code');
        const [slug] = await freeSlugs(tx, 'structures', [{ name: names[lang] ?? '', otherwise: code ?? 'structure' }]);
        const structureId = newId();
        await tx.row(
          `INSERT INTO structures (id, centre_id, kind, status, slug, code, lang, names, municipality_id, languages, search) VALUES ($1, $2, $3, 'ACTIVE', $4, $5, $6, $7, $8, $9, $10)`,
          [structureId, centre.id, input.kind, slug, code, lang, names, municipalityId, [lang], structureSearch(names, [], code)],
        );
        await auditChange(ctx, tx, 'createStructure', 'Structure', structureId);
        return structureId;
      },
    );
    return payload(ctx, tx, id);
  });
}

/** Changes a structure's public card and the topics it answers for. */
export function editStructure(ctx: Context, input: EditStructureInput): Promise<StructurePayload> {
  return mutate(ctx, async (tx) => {
    const row = await lockStructure(ctx, tx, input, 'structure.edit');
    const rule = z.object({
      names: localNames(),
      descriptions: localNotes(),
      functions: functionsRule(),
      audiences: audiencesRule(),
      contacts: contactsRule(),
      hours: openingHoursRule(),
      languages: languagesRule(),
    });
    const card = checked(rule, {
      ...input,
      names: byLanguage(input.names),
      descriptions: byLanguage(input.descriptions),
      functions: input.functions.map(({ names }) => byLanguage(names)),
    });
    if (card.names[row.lang] === undefined) reject('REQUIRED', ['names', row.lang]);
    const municipalityId = await municipalityOf(tx, input.municipality, row.path.at(-1) ?? '');
    await tx.row(
      `UPDATE structures SET names = $2, description = $3, functions = $4, audiences = $5, contacts = $6, hours = $7, languages = $8, municipality_id = $9,
         search = $10, version = version + 1 WHERE id = $1`,
      [
        row.id,
        card.names,
        card.descriptions,
        JSON.stringify(card.functions),
        card.audiences,
        card.contacts,
        card.hours,
        card.languages,
        municipalityId,
        structureSearch(card.names, card.functions, row.code),
      ],
    );
    await setTopics(tx, row.id, input.topics);
    await auditChange(ctx, tx, 'editStructure', 'Structure', row.id);
    return payload(ctx, tx, row.id);
  });
}

/** Replaces the topics of a structure. A topic that retired meanwhile may stay, a new one must be current. */
async function setTopics(tx: Tx, structureId: string, topics: readonly StructureTopicInput[]): Promise<void> {
  if (topics.length > 60) reject('TOO_MANY', 'topics');
  const wanted = new Map(
    topics.map(({ topic, notes }) => [fromGlobalId(topic, 'Topic')?.id ?? '', checked(localNotes(), byLanguage(notes))]),
  );
  const ids = [...wanted.keys()].filter((id) => id !== '');
  const known = await tx.rows<{ id: string }>(
    `SELECT t.id FROM topics t WHERE t.id = ANY($1) AND (t.retired_at IS NULL OR EXISTS (SELECT 1 FROM structure_topics st WHERE st.topic_id = t.id AND st.structure_id = $2))`,
    [ids, structureId],
  );
  if (known.length !== wanted.size) reject('NOT_FOUND', 'topics');
  await tx.row('DELETE FROM structure_topics WHERE structure_id = $1 AND NOT topic_id = ANY($2)', [structureId, ids]);
  await tx.row(
    `INSERT INTO structure_topics (structure_id, topic_id, note) SELECT $1, u.id, u.note FROM jsonb_to_recordset($2::jsonb) AS u (id uuid, note jsonb)
     ON CONFLICT (structure_id, topic_id) DO UPDATE SET note = excluded.note`,
    [structureId, JSON.stringify([...wanted].map(([id, note]) => ({ id, note })))],
  );
}

/** Merges a structure into another or closes it. */
export function changeStructureState(ctx: Context, input: ChangeStructureStateInput): Promise<StructurePayload> {
  return mutate(ctx, async (tx) => {
    const row = await lockStructure(ctx, tx, input, 'register.change');
    const next = transition(STRUCTURE, row.status, input.act);
    if (next === null) reject('STATE_FORBIDS', 'act');
    const successorId = input.act === 'MERGE' ? await successorOf(tx, 'structures', 'Structure', input.successor, row.id) : null;
    await tx.row('UPDATE structures SET status = $2, successor_id = $3, version = version + 1 WHERE id = $1', [row.id, next, successorId]);
    await auditChange(ctx, tx, 'changeStructureState', 'Structure', row.id, { from: row.status, to: next });
    return payload(ctx, tx, row.id);
  });
}
