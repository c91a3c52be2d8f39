import {
  AUDIENCES,
  foldText,
  orNull,
  rules,
  STRUCTURE_KINDS,
  structureKindOf,
  type Audience,
  type Contacts,
  type Language,
  type LocalText,
  type StructureKind,
} from '@stoa/domain';
import {
  batchTarget,
  byRule,
  importKind,
  type BatchPlan,
  type ImportDefinition,
  type ImportParams,
  type ImportRow,
  type RowError,
} from '../../platform/csv/index.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { freeSlugs } from '../../platform/database/slugs.js';
import { newId } from '../../platform/ids.js';
import { structureSearch } from './commands/edit-structure.js';
import { contactColumns, languageColumn, languagesColumn, listColumn, mergedContacts, sameValue } from './import-columns.js';

interface StructureImportRow {
  code: string | null;
  name: string;
  kind: StructureKind;
  lang: Language;
  centre: string;
  municipalityCode: string | null;
  topics: string[] | null;
  audiences: Audience[] | null;
  languages: Language[] | null;
  email: string | null;
  phone: string | null;
  website: string | null;
}

function definition({ lang }: ImportParams): ImportDefinition<StructureImportRow> {
  return {
    kind: 'structures',
    keyOf: (row) => row.code ?? `${foldText(row.name)}|${foldText(row.centre)}`,
    columns: {
      code: { labels: ['official code', 'id', 'κωδικός', 'kod', 'regon', 'код'], required: false, parse: byRule(orNull(rules.schoolCode)) },
      name: {
        labels: ['official name', 'structure', 'όνομα', 'ονομασία', 'δομή', 'nazwa', 'название', 'наименование'],
        required: true,
        parse: byRule(rules.name),
      },
      kind: {
        labels: ['type', 'είδος', 'τύπος', 'rodzaj', 'typ', 'вид', 'тип'],
        required: true,
        choices: STRUCTURE_KINDS,
        parse: (text) => {
          const kind = structureKindOf(text);
          return kind ? { value: kind } : { code: 'KIND_UNKNOWN' };
        },
      },
      lang: languageColumn(lang),
      centre: {
        labels: ['centre code', 'center', 'κέντρο', 'κωδικός κέντρου', 'placówka', 'kod placówki', 'центр', 'код центра'],
        required: true,
        parse: byRule(rules.name),
      },
      municipalityCode: {
        labels: ['municipality', 'municipality code', 'δήμος', 'gmina', 'kod gminy', 'муниципалитет'],
        required: false,
        parse: byRule(orNull(rules.territoryCode)),
      },
      topics: listColumn(['topic', 'θέματα', 'tematy', 'obszary', 'темы'], byRule(rules.name)),
      audiences: listColumn<Audience>(['audience', 'for whom', 'κοινό', 'odbiorcy', 'для кого'], (text) => {
        const audience = AUDIENCES.find((each) => each === text.toUpperCase());
        return audience ? { value: audience } : { code: 'INVALID_CHOICE' };
      }),
      languages: languagesColumn,
      ...contactColumns,
    },
  };
}

interface Known {
  id: string;
  code: string | null;
  kind: StructureKind;
  lang: Language;
  names: LocalText;
  functions: LocalText[];
  contacts: Partial<Contacts>;
  audiences: Audience[];
  languages: Language[];
  municipality_id: string | null;
  centre_id: string;
  topic_ids: string[];
}

interface CentreRef {
  id: string;
  code: string | null;
  names: LocalText;
  territory_id: string;
}

interface Plan extends BatchPlan {
  row: StructureImportRow;
  known: Known | null;
  centreId: string;
  municipalityId: string | null;
  topicIds: string[] | null;
  names: LocalText;
  contacts: Partial<Contacts>;
}

/** What the rows of a batch refer to, found in three statements whatever their number. */
async function lookUp(sql: Sql, rows: readonly ImportRow<StructureImportRow>[]) {
  const centres = await sql.rows<CentreRef>(`SELECT id, code, names, territory_id FROM centres WHERE status IN ('PLANNED', 'ACTIVE')`);
  const municipalities = await sql.rows<{ id: string; code: string; path: string[] }>(
    `SELECT id, code, path FROM territories WHERE kind = 'MUNICIPALITY' AND code = ANY($1)`,
    [rows.flatMap(({ value }) => value.municipalityCode ?? [])],
  );
  const topics = await sql.rows<{ id: string; slug: string; names: LocalText; synonyms: Record<string, string[]> }>(
    'SELECT id, slug, names, synonyms FROM topics WHERE retired_at IS NULL ORDER BY id',
  );
  const known = await sql.rows<Known>(
    `SELECT s.id, s.code, s.kind, s.lang, s.names, s.functions, s.contacts, s.audiences, s.languages, s.municipality_id, s.centre_id,
       (SELECT coalesce(array_agg(topic_id ORDER BY topic_id), '{}') FROM structure_topics st WHERE st.structure_id = s.id) AS topic_ids
     FROM structures s WHERE s.code = ANY($1) OR s.code IS NULL`,
    [rows.flatMap(({ value }) => value.code ?? [])],
  );
  const topicByName = new Map<string, string>();
  for (const { id, slug, names, synonyms } of topics) {
    for (const word of [...Object.values(synonyms).flat(), slug, ...Object.values(names)]) topicByName.set(foldText(word), id);
  }
  return { centres, municipalities: new Map(municipalities.map((m) => [m.code, m])), topicByName, known };
}

async function decide(sql: Sql, rows: readonly ImportRow<StructureImportRow>[]): Promise<Plan[]> {
  const { centres, municipalities, topicByName, known } = await lookUp(sql, rows);
  return rows.map(({ value: row }) => {
    const named = centres.filter(
      (centre) => centre.code === row.centre || Object.values(centre.names).some((name) => foldText(name) === foldText(row.centre)),
    );
    const centre = named.length === 1 ? named[0] : undefined;
    const found =
      known.find(
        (each) =>
          (row.code !== null && each.code === row.code) ||
          (each.code === null && each.centre_id === centre?.id && foldText(each.names[each.lang] ?? '') === foldText(row.name)),
      ) ?? null;
    const municipality = row.municipalityCode === null ? null : municipalities.get(row.municipalityCode);
    const topicIds = row.topics?.map((topic) => topicByName.get(foldText(topic)));
    const error = errorOf(row, named.length, centre, municipality, topicIds, found);
    const names = { ...found?.names, [row.lang]: row.name };
    const plan = {
      row,
      known: found,
      centreId: centre?.id ?? '',
      municipalityId: municipality?.id ?? found?.municipality_id ?? null,
      topicIds: topicIds ? [...new Set(topicIds.flatMap((id) => id ?? []))].sort() : null,
      names,
      contacts: mergedContacts(found?.contacts ?? {}, row),
    };
    if (error) return { ...plan, decision: { errors: [error] } };
    return { ...plan, decision: { action: actionOf(plan) } };
  });
}

function errorOf(
  row: StructureImportRow,
  centresNamed: number,
  centre: CentreRef | undefined,
  municipality: { path: string[] } | null | undefined,
  topicIds: (string | undefined)[] | undefined,
  known: Known | null,
): RowError | null {
  if (!centre) return { code: centresNamed > 1 ? 'CENTRE_AMBIGUOUS' : 'CENTRE_UNKNOWN', column: 'centre', value: row.centre };
  if (municipality === undefined || (municipality && !municipality.path.includes(centre.territory_id))) {
    return { code: 'MUNICIPALITY_UNKNOWN', column: 'municipalityCode', value: row.municipalityCode ?? '' };
  }
  const unknownTopic = topicIds?.indexOf(undefined) ?? -1;
  if (unknownTopic >= 0) return { code: 'TOPIC_UNKNOWN', column: 'topics', value: row.topics?.[unknownTopic] ?? '' };
  if (known && known.centre_id !== centre.id) return { code: 'CENTRE_CHANGED', column: 'centre', value: row.centre };
  return null;
}

function actionOf({ row, known, names, contacts, municipalityId, topicIds }: Omit<Plan, 'decision'>): 'create' | 'update' | 'skip' {
  if (!known) return 'create';
  const same =
    sameValue(names, known.names) &&
    sameValue(contacts, known.contacts) &&
    sameValue(row.languages ?? known.languages, known.languages) &&
    sameValue(row.audiences ?? known.audiences, known.audiences) &&
    row.kind === known.kind &&
    municipalityId === known.municipality_id &&
    (row.code ?? known.code) === known.code &&
    sameValue(topicIds ?? known.topic_ids, known.topic_ids);
  return same ? 'skip' : 'update';
}

async function setTopics(tx: Tx, links: readonly { structureId: string; topicIds: string[] | null }[]): Promise<void> {
  const given = links.flatMap(({ structureId, topicIds }) => (topicIds ? [{ structureId, topicIds }] : []));
  if (given.length === 0) return;
  const pairs = given.flatMap(({ structureId, topicIds }) => topicIds.map((topicId) => ({ structure_id: structureId, topic_id: topicId })));
  await tx.row(
    `DELETE FROM structure_topics st WHERE st.structure_id = ANY($1) AND NOT EXISTS
       (SELECT 1 FROM jsonb_to_recordset($2::jsonb) AS p (structure_id uuid, topic_id uuid) WHERE p.structure_id = st.structure_id AND p.topic_id = st.topic_id)`,
    [given.map(({ structureId }) => structureId), JSON.stringify(pairs)],
  );
  await tx.row(
    `INSERT INTO structure_topics (structure_id, topic_id) SELECT structure_id, topic_id FROM jsonb_to_recordset($1::jsonb) AS p (structure_id uuid, topic_id uuid) ON CONFLICT DO NOTHING`,
    [JSON.stringify(pairs)],
  );
}

async function insert(tx: Tx, plans: readonly Plan[]): Promise<void> {
  const slugs = await freeSlugs(
    tx,
    'structures',
    plans.map(({ row }) => ({ name: row.name, otherwise: row.code ?? row.centre })),
  );
  const rows = plans.map(({ row, names, contacts, centreId, municipalityId }, at) => ({
    id: newId(),
    centre_id: centreId,
    kind: row.kind,
    slug: slugs[at],
    code: row.code,
    lang: row.lang,
    names,
    audiences: row.audiences ?? [],
    contacts,
    languages: row.languages ?? [row.lang],
    municipality_id: municipalityId,
    search: structureSearch(names, [], row.code),
  }));
  await tx.row(
    `INSERT INTO structures (id, centre_id, kind, status, slug, code, lang, names, audiences, contacts, languages, municipality_id, search)
     SELECT id, centre_id, kind, 'ACTIVE', slug, code, lang, names, audiences, contacts, languages, municipality_id, search FROM jsonb_to_recordset($1::jsonb) AS r
       (id uuid, centre_id uuid, kind text, slug text, code text, lang text, names jsonb, audiences text[], contacts jsonb, languages text[], municipality_id uuid, search text)`,
    [JSON.stringify(rows)],
  );
  await setTopics(
    tx,
    plans.map(({ topicIds }, at) => ({ structureId: rows[at]?.id ?? '', topicIds })),
  );
}

async function update(tx: Tx, plans: readonly Plan[]): Promise<void> {
  const rows = plans.map(({ row, known, names, contacts, municipalityId }) => ({
    id: known?.id,
    code: row.code ?? known?.code ?? null,
    kind: row.kind,
    names,
    audiences: row.audiences ?? known?.audiences ?? [],
    contacts,
    languages: row.languages ?? known?.languages ?? [],
    municipality_id: municipalityId,
    search: structureSearch(names, known?.functions ?? [], row.code ?? known?.code ?? null),
  }));
  await tx.row(
    `UPDATE structures s SET code = u.code, kind = u.kind, names = u.names, audiences = u.audiences, contacts = u.contacts, languages = u.languages,
       municipality_id = u.municipality_id, search = u.search, version = s.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS u (id uuid, code text, kind text, names jsonb, audiences text[], contacts jsonb, languages text[], municipality_id uuid, search text)
     WHERE s.id = u.id`,
    [JSON.stringify(rows)],
  );
  await setTopics(
    tx,
    plans.map(({ known, topicIds }) => ({ structureId: known?.id ?? '', topicIds })),
  );
}

/** Import of structures: by code, else by folded name within the centre, which is named by code or name. */
export const structuresImport = importKind<StructureImportRow>({
  kind: 'structures',
  definition,
  target: ({ db }, _params, { afterBatch }) => batchTarget(db, { lock: 'structures', decide, insert, update }, afterBatch),
});
