import { foldText, type Contacts, type Language, type SchoolLevel } from '@stoa/domain';
import { batchTarget, importKind, type BatchPlan, type ImportRow, type RowError } from '../../platform/csv/index.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { freeSlugs } from '../../platform/database/slugs.js';
import { newId } from '../../platform/ids.js';
import { mergedContacts, sameValue } from '../centres/index.js';
import { matchKey, schoolSearch, type SchoolWords } from './commands/edit-school.js';
import { schoolDefinition, type SchoolImportRow } from './school.import-columns.js';

interface Known extends SchoolWords {
  id: string;
  county_id: string;
  territory_id: string;
  level: SchoolLevel;
  lang: Language;
  contacts: Partial<Contacts>;
}

interface County {
  id: string;
  code: string;
  lang: Language;
  municipalities: { id: string; code: string; names: string[] }[];
}

interface Plan extends BatchPlan {
  row: SchoolImportRow;
  known: Known | null;
  county: County | null;
  territoryId: string;
  contacts: Partial<Contacts>;
}

async function countiesOf(sql: Sql, codes: readonly string[]): Promise<Map<string, County>> {
  const counties = await sql.rows<{ id: string; code: string; lang: Language }>(
    `SELECT id, code, lang FROM territories WHERE kind = 'COUNTY' AND code = ANY($1)`,
    [codes],
  );
  const municipalities = await sql.rows<{ id: string; code: string; names: Record<string, string>; parent_id: string }>(
    `SELECT id, code, names, parent_id FROM territories WHERE kind = 'MUNICIPALITY' AND parent_id = ANY($1)`,
    [counties.map((county) => county.id)],
  );
  return new Map(
    counties.map((county) => [
      county.code,
      {
        ...county,
        municipalities: municipalities
          .filter((m) => m.parent_id === county.id)
          .map((m) => ({ id: m.id, code: m.code, names: Object.values(m.names).map(foldText) })),
      },
    ]),
  );
}

/** The municipality by its code, else the only one of the county that is named like the town or the post office; else the county. */
function territoryOf(row: SchoolImportRow, county: County): string | null {
  if (row.municipalityCode !== null) return county.municipalities.find((m) => m.code === row.municipalityCode)?.id ?? null;
  for (const place of [row.city, row.postOffice]) {
    const named = county.municipalities.filter((m) => m.names.includes(foldText(place)));
    if (place !== '' && named.length === 1) return named[0]?.id ?? county.id;
  }
  return county.id;
}

async function decide(sql: Sql, rows: readonly ImportRow<SchoolImportRow>[]): Promise<Plan[]> {
  const counties = await countiesOf(sql, [...new Set(rows.map(({ value }) => value.countyCode))]);
  const known = await sql.rows<Known>(
    `SELECT id, county_id, territory_id, code, name, level, lang, city, street, number, postal_code AS "postalCode", post_office AS "postOffice", contacts
     FROM schools WHERE county_id = ANY($1)`,
    [[...counties.values()].map((county) => county.id)],
  );
  const byCode = new Map(known.flatMap((each) => (each.code === null ? [] : [[`${each.county_id}|${each.code}`, each] as const])));
  const byKey = new Map<string, Known[]>();
  for (const each of known) {
    const key = `${each.county_id}|${matchKey({ ...each, code: null })}`;
    byKey.set(key, [...(byKey.get(key) ?? []), each]);
  }
  return rows.map(({ value: row }) => {
    const county = counties.get(row.countyCode) ?? null;
    const alike = county ? (byKey.get(`${county.id}|${matchKey({ ...row, code: null })}`) ?? []) : [];
    const candidates = row.code === null ? alike : alike.filter((each) => each.code === null);
    const found = (row.code === null ? null : byCode.get(`${county?.id}|${row.code}`)) ?? candidates[0] ?? null;
    const territoryId = county ? territoryOf(row, county) : null;
    const contacts = mergedContacts(found?.contacts ?? {}, row);
    const plan = { row, known: found, county, territoryId: territoryId ?? '', contacts };
    const error = errorOf(row, county, territoryId, row.code === null ? alike.length : 0);
    if (error) return { ...plan, decision: { errors: [error] } };
    return { ...plan, decision: { action: actionOf(plan) } };
  });
}

function errorOf(row: SchoolImportRow, county: County | null, territoryId: string | null, alike: number): RowError | null {
  if (!county) return { code: 'COUNTY_UNKNOWN', column: 'countyCode', value: row.countyCode };
  if (territoryId === null) return { code: 'MUNICIPALITY_UNKNOWN', column: 'municipalityCode', value: row.municipalityCode ?? '' };
  if (alike > 1) return { code: 'SCHOOL_AMBIGUOUS', column: 'name', value: row.name.slice(0, 80) };
  return null;
}

/** The row over what is known: a cell left empty keeps what was there. */
function words(row: SchoolImportRow, known: Known | null): SchoolWords {
  return {
    name: row.name,
    code: row.code ?? known?.code ?? null,
    city: row.city || (known?.city ?? ''),
    street: row.street || (known?.street ?? ''),
    number: row.number || (known?.number ?? ''),
    postalCode: row.postalCode || (known?.postalCode ?? ''),
    postOffice: row.postOffice || (known?.postOffice ?? ''),
  };
}

function actionOf({ row, known, territoryId, contacts }: Omit<Plan, 'decision'>): 'create' | 'update' | 'skip' {
  if (!known) return 'create';
  const { name, code, city, street, number, postalCode, postOffice } = known;
  const same =
    sameValue(words(row, known), { name, code, city, street, number, postalCode, postOffice }) &&
    row.level === known.level &&
    (row.lang ?? known.lang) === known.lang &&
    sameValue(contacts, known.contacts) &&
    placed(territoryId, known, row) === known.territory_id;
  return same ? 'skip' : 'update';
}

/** A municipality that is known is not given up for the county when a file does not name one. */
function placed(territoryId: string, known: Known, row: SchoolImportRow): string {
  return territoryId === known.county_id && row.municipalityCode === null ? known.territory_id : territoryId;
}

async function insert(tx: Tx, plans: readonly Plan[]): Promise<void> {
  const slugs = await freeSlugs(
    tx,
    'schools',
    plans.map(({ row }) => ({ name: row.name, otherwise: row.city || row.code || row.countyCode })),
  );
  const rows = plans.map(({ row, county, territoryId, contacts }, at) => {
    const w = words(row, null);
    return {
      id: newId(),
      county_id: county?.id,
      territory_id: territoryId,
      code: w.code,
      slug: slugs[at],
      name: w.name,
      lang: row.lang ?? county?.lang,
      level: row.level,
      city: w.city,
      street: w.street,
      number: w.number,
      postal_code: w.postalCode,
      post_office: w.postOffice,
      contacts,
      match_key: matchKey(w),
      search: schoolSearch(w),
    };
  });
  await tx.row(
    `INSERT INTO schools (id, county_id, territory_id, code, slug, name, lang, level, status, city, street, number, postal_code, post_office, contacts, match_key, search)
     SELECT id, county_id, territory_id, code, slug, name, lang, level, 'ACTIVE', city, street, number, postal_code, post_office, contacts, match_key, search
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, county_id uuid, territory_id uuid, code text, slug text, name text, lang text, level text, city text, street text, number text,
       postal_code text, post_office text, contacts jsonb, match_key text, search text)`,
    [JSON.stringify(rows)],
  );
}

async function update(tx: Tx, plans: readonly Plan[]): Promise<void> {
  const rows = plans.flatMap(({ row, known, territoryId, contacts }) => {
    if (!known) return [];
    const w = words(row, known);
    return [
      {
        id: known.id,
        territory_id: placed(territoryId, known, row),
        code: w.code,
        name: w.name,
        lang: row.lang ?? known.lang,
        level: row.level,
        city: w.city,
        street: w.street,
        number: w.number,
        postal_code: w.postalCode,
        post_office: w.postOffice,
        contacts,
        match_key: matchKey(w),
        search: schoolSearch(w),
      },
    ];
  });
  await tx.row(
    `UPDATE schools s SET territory_id = u.territory_id, code = u.code, name = u.name, lang = u.lang, level = u.level, city = u.city, street = u.street, number = u.number,
       postal_code = u.postal_code, post_office = u.post_office, contacts = u.contacts, match_key = u.match_key, search = u.search, version = s.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS u (id uuid, territory_id uuid, code text, name text, lang text, level text, city text, street text, number text,
       postal_code text, post_office text, contacts jsonb, match_key text, search text)
     WHERE s.id = u.id`,
    [JSON.stringify(rows)],
  );
}

/** Import of schools within their counties: by code, else by folded name, postal code, street and number. */
export const schoolsImport = importKind<SchoolImportRow>({
  kind: 'schools',
  definition: schoolDefinition,
  target: ({ db }, _params, { afterBatch }) => batchTarget(db, { lock: 'schools', decide, insert, update }, afterBatch),
});
