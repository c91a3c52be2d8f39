import { foldText, orNull, rules, type Language } from '@stoa/domain';
import {
  batchTarget,
  byRule,
  importKind,
  type BatchPlan,
  type ImportDefinition,
  type ImportParams,
  type ImportRow,
} from '../../platform/csv/index.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { freeSlugs } from '../../platform/database/slugs.js';
import { newId } from '../../platform/ids.js';
import { languageColumn, listColumn, sameValue } from '../centres/index.js';
import { schoolFinder } from './school-names.js';

interface GroupImportRow {
  code: string | null;
  name: string;
  lang: Language;
  countyCode: string;
  schools: string[] | null;
}

function definition({ lang, county }: ImportParams): ImportDefinition<GroupImportRow> {
  const countyCode = byRule(rules.territoryCode);
  return {
    kind: 'groups',
    keyOf: (row) => `${row.countyCode}|${row.code ?? foldText(row.name)}`,
    columns: {
      code: { labels: ['group code', 'id', 'κωδικός', 'kod', 'код'], required: false, parse: byRule(orNull(rules.schoolCode)) },
      name: {
        labels: ['group', 'group name', 'όνομα', 'ομάδα', 'ομάδα σχολείων', 'nazwa', 'grupa', 'grupa szkół', 'название', 'группа'],
        required: true,
        parse: byRule(rules.name),
      },
      lang: languageColumn(lang),
      countyCode: {
        labels: ['county', 'county code', 'νομός', 'κωδικός νομού', 'powiat', 'kod powiatu', 'район', 'код района'],
        required: county === null,
        parse: (text) => countyCode(text === '' && county ? county : text),
      },
      schools: listColumn<string>(['school', 'members', 'σχολεία', 'szkoły', 'школы'], byRule(rules.name)),
    },
  };
}

interface Known {
  id: string;
  county_id: string;
  code: string | null;
  name: string;
  lang: Language;
  school_ids: string[];
}

interface Plan extends BatchPlan {
  row: GroupImportRow;
  known: Known | null;
  countyId: string;
  schoolIds: string[] | null;
}

async function decide(sql: Sql, rows: readonly ImportRow<GroupImportRow>[]): Promise<Plan[]> {
  const finder = await schoolFinder(
    sql,
    rows.map(({ value }) => value.countyCode),
  );
  const countyIds = rows.flatMap(({ value }) => finder.countyId(value.countyCode) ?? []);
  const known = await sql.rows<Known>(
    `SELECT g.id, g.county_id, g.code, g.name, g.lang, (SELECT coalesce(array_agg(school_id ORDER BY school_id), '{}') FROM school_group_members m WHERE m.group_id = g.id) AS school_ids
     FROM school_groups g WHERE g.county_id = ANY($1)`,
    [[...new Set(countyIds)]],
  );
  return rows.map(({ value: row }) => {
    const countyId = finder.countyId(row.countyCode);
    const own = known.filter((group) => group.county_id === countyId);
    const found =
      own.find((group) => row.code !== null && group.code === row.code) ??
      own.find((group) => group.code === null && foldText(group.name) === foldText(row.name)) ??
      null;
    const named = row.schools?.map((school) => ({ school, found: finder.find(row.countyCode, school) }));
    const schoolIds = named
      ? [...new Set(named.flatMap(({ found: school }) => (typeof school === 'string' ? [] : [school.id])))].sort()
      : null;
    const plan = { row, known: found, countyId: countyId ?? '', schoolIds };
    if (countyId === null)
      return { ...plan, decision: { errors: [{ code: 'COUNTY_UNKNOWN', column: 'countyCode', value: row.countyCode }] } };
    const wrong = named?.find(({ found: school }) => typeof school === 'string');
    if (wrong)
      return { ...plan, decision: { errors: [{ code: String(wrong.found), column: 'schools', value: wrong.school.slice(0, 80) }] } };
    const same =
      found &&
      row.name === found.name &&
      row.lang === found.lang &&
      (row.code ?? found.code) === found.code &&
      sameValue(schoolIds ?? found.school_ids, found.school_ids);
    return { ...plan, decision: { action: !found ? 'create' : same ? 'skip' : 'update' } };
  });
}

async function setSchools(tx: Tx, groups: readonly { id: string; schoolIds: string[] | null }[]): Promise<void> {
  const given = groups.filter(({ schoolIds }) => schoolIds !== null);
  await tx.row('DELETE FROM school_group_members WHERE group_id = ANY($1)', [given.map(({ id }) => id)]);
  const pairs = given.flatMap(({ id, schoolIds }) => (schoolIds ?? []).map((schoolId) => ({ group_id: id, school_id: schoolId })));
  await tx.row(
    'INSERT INTO school_group_members (group_id, school_id) SELECT group_id, school_id FROM jsonb_to_recordset($1::jsonb) AS p (group_id uuid, school_id uuid)',
    [JSON.stringify(pairs)],
  );
}

async function insert(tx: Tx, plans: readonly Plan[]): Promise<void> {
  const slugs = await freeSlugs(
    tx,
    'school_groups',
    plans.map(({ row }) => ({ name: row.name, otherwise: row.code ?? row.countyCode })),
  );
  const rows = plans.map(({ row, countyId }, at) => ({
    id: newId(),
    county_id: countyId,
    code: row.code,
    slug: slugs[at],
    name: row.name,
    lang: row.lang,
  }));
  await tx.row(
    `INSERT INTO school_groups (id, county_id, code, slug, name, lang) SELECT id, county_id, code, slug, name, lang
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, county_id uuid, code text, slug text, name text, lang text)`,
    [JSON.stringify(rows)],
  );
  await setSchools(
    tx,
    plans.map(({ schoolIds }, at) => ({ id: rows[at]?.id ?? '', schoolIds })),
  );
}

async function update(tx: Tx, plans: readonly Plan[]): Promise<void> {
  const rows = plans.flatMap(({ row, known }) =>
    known ? [{ id: known.id, code: row.code ?? known.code, name: row.name, lang: row.lang }] : [],
  );
  await tx.row(
    `UPDATE school_groups g SET code = u.code, name = u.name, lang = u.lang, version = g.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS u (id uuid, code text, name text, lang text) WHERE g.id = u.id`,
    [JSON.stringify(rows)],
  );
  await setSchools(
    tx,
    plans.flatMap(({ known, schoolIds }) => (known ? [{ id: known.id, schoolIds }] : [])),
  );
}

/** Import of groups of schools: one row a group, its schools in one cell by code or name. */
export const groupsImport = importKind<GroupImportRow>({
  kind: 'groups',
  definition,
  target: ({ db }, _params, { afterBatch }) => batchTarget(db, { lock: 'school_groups', decide, insert, update }, afterBatch),
});
