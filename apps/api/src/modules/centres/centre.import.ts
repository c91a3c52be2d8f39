import {
  centreKindOf,
  CENTRE_KINDS,
  foldText,
  orNull,
  rules,
  type CentreKind,
  type Contacts,
  type Language,
  type LocalText,
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
import { centreSearch } from './commands/edit-centre.js';
import { contactColumns, languageColumn, languagesColumn, mergedContacts, sameValue } from './import-columns.js';

interface CentreImportRow {
  code: string | null;
  name: string;
  kind: CentreKind;
  lang: Language;
  territoryCode: string;
  languages: Language[] | null;
  email: string | null;
  phone: string | null;
  website: string | null;
}

function definition({ lang, county }: ImportParams): ImportDefinition<CentreImportRow> {
  const territoryCode = byRule(rules.territoryCode);
  return {
    kind: 'centres',
    keyOf: (row) => row.code ?? `${foldText(row.name)}|${row.territoryCode}`,
    columns: {
      code: { labels: ['official code', 'id', 'κωδικός', 'kod', 'regon', 'код'], required: false, parse: byRule(orNull(rules.schoolCode)) },
      name: {
        labels: ['official name', 'centre', 'όνομα', 'ονομασία', 'nazwa', 'название', 'наименование'],
        required: true,
        parse: byRule(rules.name),
      },
      kind: {
        labels: ['type', 'είδος', 'τύπος', 'rodzaj', 'typ', 'вид', 'тип'],
        required: false,
        choices: CENTRE_KINDS,
        parse: (text) => {
          const kind = text === '' ? 'COUNTY' : centreKindOf(text);
          return kind ? { value: kind } : { code: 'KIND_UNKNOWN' };
        },
      },
      lang: languageColumn(lang),
      territoryCode: {
        labels: [
          'territory',
          'territory code',
          'county',
          'county code',
          'κωδικός περιοχής',
          'νομός',
          'kod teryt',
          'teryt',
          'powiat',
          'kod powiatu',
          'код территории',
          'район',
        ],
        required: county === null,
        parse: (text) => territoryCode(text === '' && county ? county : text),
      },
      languages: languagesColumn,
      ...contactColumns,
    },
  };
}

interface Known {
  id: string;
  code: string | null;
  kind: CentreKind;
  lang: Language;
  names: LocalText;
  contacts: Partial<Contacts>;
  languages: Language[];
  territory_code: string;
}

interface Plan extends BatchPlan {
  row: CentreImportRow;
  known: Known | null;
  territoryId: string;
  names: LocalText;
  contacts: Partial<Contacts>;
}

async function decide(sql: Sql, rows: readonly ImportRow<CentreImportRow>[]): Promise<Plan[]> {
  const codes = [...new Set(rows.map(({ value }) => value.territoryCode))];
  const territories = new Map(
    (
      await sql.rows<{ id: string; code: string; kind: string }>('SELECT id, code, kind FROM territories WHERE code = ANY($1)', [codes])
    ).map((t) => [t.code, t]),
  );
  const known = await sql.rows<Known>(
    `SELECT c.id, c.code, c.kind, c.lang, c.names, c.contacts, c.languages, t.code AS territory_code FROM centres c JOIN territories t ON t.id = c.territory_id
     WHERE c.code = ANY($1) OR (c.code IS NULL AND t.code = ANY($2))`,
    [rows.flatMap(({ value }) => value.code ?? []), codes],
  );
  const byCode = new Map(known.flatMap((each) => (each.code === null ? [] : [[each.code, each] as const])));
  const byName = new Map(
    known.flatMap((each) =>
      each.code === null ? [[`${foldText(each.names[each.lang] ?? '')}|${each.territory_code}`, each] as const] : [],
    ),
  );
  return rows.map(({ value: row }) => {
    const territory = territories.get(row.territoryCode);
    const found = (row.code === null ? null : byCode.get(row.code)) ?? byName.get(`${foldText(row.name)}|${row.territoryCode}`) ?? null;
    const names = { ...found?.names, [row.lang]: row.name };
    const contacts = mergedContacts(found?.contacts ?? {}, row);
    const error = errorOf(row, territory, found);
    const plan = { row, known: found, territoryId: territory?.id ?? '', names, contacts };
    if (error) return { ...plan, decision: { errors: [error] } };
    return { ...plan, decision: { action: actionOf(row, found, names, contacts) } };
  });
}

function errorOf(row: CentreImportRow, territory: { kind: string } | undefined, known: Known | null): RowError | null {
  if (!territory) return { code: 'TERRITORY_UNKNOWN', column: 'territoryCode', value: row.territoryCode };
  if (territory.kind !== (row.kind === 'REGIONAL' ? 'REGION' : 'COUNTY'))
    return { code: 'TERRITORY_KIND_WRONG', column: 'territoryCode', value: row.territoryCode };
  if (known && known.territory_code !== row.territoryCode)
    return { code: 'TERRITORY_CHANGED', column: 'territoryCode', value: row.territoryCode };
  if (known && known.kind !== row.kind) return { code: 'KIND_CHANGED', column: 'kind', value: row.kind };
  return null;
}

function actionOf(row: CentreImportRow, known: Known | null, names: LocalText, contacts: Partial<Contacts>): 'create' | 'update' | 'skip' {
  if (!known) return 'create';
  const same =
    sameValue(names, known.names) &&
    sameValue(contacts, known.contacts) &&
    sameValue(row.languages ?? known.languages, known.languages) &&
    (row.code ?? known.code) === known.code;
  return same ? 'skip' : 'update';
}

async function insert(tx: Tx, plans: readonly Plan[]): Promise<void> {
  const slugs = await freeSlugs(
    tx,
    'centres',
    plans.map(({ row }) => ({ name: row.name, otherwise: row.code ?? row.territoryCode })),
  );
  const rows = plans.map(({ row, names, contacts, territoryId }, at) => ({
    id: newId(),
    kind: row.kind,
    slug: slugs[at],
    code: row.code,
    lang: row.lang,
    names,
    territory_id: territoryId,
    contacts,
    languages: row.languages ?? [row.lang],
    search: centreSearch(names, row.code),
  }));
  await tx.row(
    `INSERT INTO centres (id, kind, status, slug, code, lang, names, territory_id, contacts, languages, search)
     SELECT id, kind, 'ACTIVE', slug, code, lang, names, territory_id, contacts, languages, search FROM jsonb_to_recordset($1::jsonb) AS r
       (id uuid, kind text, slug text, code text, lang text, names jsonb, territory_id uuid, contacts jsonb, languages text[], search text)`,
    [JSON.stringify(rows)],
  );
}

async function update(tx: Tx, plans: readonly Plan[]): Promise<void> {
  const rows = plans.map(({ row, known, names, contacts }) => ({
    id: known?.id,
    code: row.code ?? known?.code ?? null,
    names,
    contacts,
    languages: row.languages ?? known?.languages ?? [],
    search: centreSearch(names, row.code ?? known?.code ?? null),
  }));
  await tx.row(
    `UPDATE centres c SET code = u.code, names = u.names, contacts = u.contacts, languages = u.languages, search = u.search, version = c.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS u (id uuid, code text, names jsonb, contacts jsonb, languages text[], search text) WHERE c.id = u.id`,
    [JSON.stringify(rows)],
  );
}

/** Import of centres: by code, else by folded name within the territory. */
export const centresImport = importKind<CentreImportRow>({
  kind: 'centres',
  definition,
  target: ({ db }, _params, { afterBatch }) => batchTarget(db, { lock: 'centres', decide, insert, update }, afterBatch),
});
