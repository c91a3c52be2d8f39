import { mayLieIn, searchText, slugify, TERRITORY_KINDS, territoryLevel, type Language, type TerritoryKind } from '@stoa/domain';
import type { Decision, ImportRow, ImportTarget } from '../../platform/csv/index.js';
import type { Database, Sql, Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { namesOf, type TerritoryImportRow } from './territory.import.js';

type Row = ImportRow<TerritoryImportRow>;

/** A territory that the database has, as an import compares it. */
interface Known {
  id: string;
  code: string;
  kind: TerritoryKind;
  lang: Language;
  names: Partial<Record<Language, string>>;
  parent_id: string | null;
  path: string[];
  valid_from: string | null;
  valid_to: string | null;
}

/** A decided row with what is needed to write it. `parent` is null for a country, and in a dry run for a parent not yet written. */
interface Plan {
  decision: Decision;
  row: Row;
  known: Known | null;
  parent: Known | null;
  names: Partial<Record<Language, string>>;
}

/** What the file itself says of a code. */
interface Surveyed {
  kind: TerritoryKind;
  parentCode: string | null;
}

/**
 * Takes territories by official code. Kinds are taken from the widest, one pass each, so that a parent may stand
 * anywhere in the file. What a file leaves empty (a date, a translation) stays as it is.
 */
export class TerritoryTarget implements ImportTarget<TerritoryImportRow> {
  readonly passes = TERRITORY_KINDS.length;
  private readonly surveyed = new Map<string, Surveyed>();
  private readonly accepted = new Set<string>();
  private cycles: Set<string> | null = null;

  /** @param afterBatch runs in the transaction that wrote a batch, with the numbers of it */
  constructor(
    private readonly db: Database,
    private readonly afterBatch: (tx: Tx, done: { created: number; updated: number }) => Promise<void>,
  ) {}

  passOf(row: TerritoryImportRow): number {
    return territoryLevel(row.kind);
  }

  survey({ value: { code, kind, parentCode } }: Row): void {
    this.surveyed.set(code, { kind, parentCode });
  }

  async resolve(rows: readonly Row[]): Promise<Decision[]> {
    return (await this.decide(this.db, rows)).map((plan) => this.accept(plan));
  }

  async apply(rows: readonly Row[]): Promise<Decision[]> {
    const plans = await this.db.transaction(async (tx) => {
      // Two imports at once would take the same slug or create the same code.
      await tx.row(`SELECT pg_advisory_xact_lock(hashtext('territories.import'))`);
      const decided = await this.decide(tx, rows);
      const created = decided.filter((plan) => isAction(plan, 'create'));
      const updated = decided.filter((plan) => isAction(plan, 'update'));
      await insert(tx, created);
      await update(tx, updated);
      if (created.length + updated.length > 0) await this.afterBatch(tx, { created: created.length, updated: updated.length });
      return decided;
    });
    return plans.map((plan) => this.accept(plan));
  }

  private accept(plan: Plan): Decision {
    if ('action' in plan.decision) this.accepted.add(plan.row.key);
    return plan.decision;
  }

  private async decide(sql: Sql, rows: readonly Row[]): Promise<Plan[]> {
    const codes = new Set(rows.flatMap(({ value }) => [value.code, value.parentCode ?? value.code]));
    const found = await sql.rows<Known>(
      'SELECT id, code, kind, lang, names, parent_id, path, valid_from, valid_to FROM territories WHERE code = ANY($1)',
      [[...codes]],
    );
    const byCode = new Map(found.map((known) => [known.code, known]));
    return rows.map((row) => {
      const known = byCode.get(row.value.code) ?? null;
      const parent = byCode.get(row.value.parentCode ?? '') ?? null;
      const error = this.errorOf(row.value, known, parent);
      const names = { ...known?.names, ...namesOf(row.value) };
      const decision: Decision = error ? { errors: [error] } : { action: actionFor(row.value, known, parent, names) };
      return { decision, row, known, parent, names };
    });
  }

  private errorOf(
    row: TerritoryImportRow,
    known: Known | null,
    parent: Known | null,
  ): { code: string; column: string; value: string } | null {
    const at = (column: string, value: string | null, code: string) => ({ code, column, value: value ?? '' });
    const { parentCode } = row;
    this.cycles ??= codesInCycles(this.surveyed);
    if (this.cycles.has(row.code)) return at('parentCode', parentCode, 'CYCLE');
    if (known && known.kind !== row.kind) return at('kind', row.kind, 'KIND_CHANGED');
    if (parentCode === null && row.kind !== 'COUNTRY') return at('parentCode', parentCode, 'PARENT_REQUIRED');
    // The file's own word on the parent comes before the database's: it may be about to change.
    const inFile = parentCode === null ? undefined : this.surveyed.get(parentCode);
    const parentKind = inFile?.kind ?? parent?.kind ?? null;
    if (parentCode !== null && parentKind === null) return at('parentCode', parentCode, 'PARENT_UNKNOWN');
    if (!mayLieIn(row.kind, parentKind)) return at('parentCode', parentCode, 'PARENT_KIND_WRONG');
    if (parentCode !== null && inFile && !this.accepted.has(parentCode)) return at('parentCode', parentCode, 'PARENT_REJECTED');
    const from = row.validFrom ?? known?.valid_from ?? null;
    const to = row.validTo ?? known?.valid_to ?? null;
    if (from !== null && to !== null && to < from) return at('validTo', row.validTo ?? to, 'ENDS_BEFORE_START');
    return null;
  }
}

/** Codes that lie in themselves, at any distance, by what the file says. Each code is walked over once. */
function codesInCycles(surveyed: ReadonlyMap<string, Surveyed>): Set<string> {
  const inCycle = new Set<string>();
  const done = new Set<string>();
  for (const start of surveyed.keys()) {
    const path = new Set<string>();
    let at: string | null = start;
    while (at !== null && !done.has(at) && !path.has(at)) {
      path.add(at);
      at = surveyed.get(at)?.parentCode ?? null;
    }
    const walked = [...path];
    if (at !== null && path.has(at)) walked.slice(walked.indexOf(at)).forEach((code) => inCycle.add(code));
    walked.forEach((code) => done.add(code));
  }
  return inCycle;
}

function isAction(plan: Plan, action: 'create' | 'update'): boolean {
  return 'action' in plan.decision && plan.decision.action === action;
}

function actionFor(
  row: TerritoryImportRow,
  known: Known | null,
  parent: Known | null,
  names: Known['names'],
): 'create' | 'update' | 'skip' {
  if (!known) return 'create';
  const same =
    (parent?.id ?? null) === known.parent_id &&
    (row.validFrom ?? known.valid_from) === known.valid_from &&
    (row.validTo ?? known.valid_to) === known.valid_to &&
    Object.entries(names).every(([lang, text]) => known.names[lang as Language] === text);
  return same ? 'skip' : 'update';
}

function searchOf(code: string, names: Known['names']): string {
  return searchText([...Object.values(names), code]);
}

async function insert(tx: Sql, plans: readonly Plan[]): Promise<void> {
  if (plans.length === 0) return;
  const slugs = await freeSlugs(
    tx,
    plans.map(({ row: { value } }) => ({ wanted: slugify(value.name, value.code), code: value.code })),
  );
  const rows = plans.map(({ row: { value }, parent, names }, at) => {
    const id = newId();
    const { kind, code, lang, validFrom, validTo } = value;
    return {
      id,
      kind,
      code,
      slug: slugs[at],
      lang,
      names,
      search: searchOf(code, names),
      parent_id: parent?.id ?? null,
      path: [...(parent?.path ?? []), id],
      valid_from: validFrom,
      valid_to: validTo,
    };
  });
  await tx.row(
    `INSERT INTO territories (id, kind, code, slug, lang, names, search, parent_id, path, valid_from, valid_to)
     SELECT id, kind, code, slug, lang, names, search, parent_id, path, valid_from, valid_to FROM jsonb_to_recordset($1::jsonb) AS t
       (id uuid, kind text, code text, slug text, lang text, names jsonb, search text, parent_id uuid, path uuid[], valid_from date, valid_to date)`,
    [JSON.stringify(rows)],
  );
}

/** The slug of each name; of its code where the name's is taken, numbered where that is taken too. */
async function freeSlugs(tx: Sql, asked: readonly { wanted: string; code: string }[]): Promise<string[]> {
  const candidates = asked.flatMap(({ wanted, code }) => [wanted, slugify(code, code)]);
  const rows = await tx.rows<{ slug: string }>(
    `SELECT slug FROM territories WHERE slug = ANY($1) OR regexp_replace(slug, '-[0-9]+$', '') = ANY($1)`,
    [candidates],
  );
  const taken = new Set(rows.map((row) => row.slug));
  return asked.map(({ wanted, code }) => {
    const byCode = slugify(code, code);
    let slug = taken.has(wanted) ? byCode : wanted;
    for (let n = 2; taken.has(slug); n += 1) slug = `${byCode}-${n}`;
    taken.add(slug);
    return slug;
  });
}

async function update(tx: Sql, plans: readonly Plan[]): Promise<void> {
  if (plans.length === 0) return;
  const rows = plans.map(({ row: { value }, known, parent, names }) => ({
    id: known!.id,
    names,
    search: searchOf(value.code, names),
    parent_id: parent?.id ?? null,
    valid_from: value.validFrom,
    valid_to: value.validTo,
  }));
  await tx.row(
    `UPDATE territories t SET names = u.names, search = u.search, parent_id = u.parent_id, version = t.version + 1,
       valid_from = coalesce(u.valid_from, t.valid_from), valid_to = coalesce(u.valid_to, t.valid_to)
     FROM jsonb_to_recordset($1::jsonb) AS u (id uuid, names jsonb, search text, parent_id uuid, valid_from date, valid_to date)
     WHERE t.id = u.id`,
    [JSON.stringify(rows)],
  );
  for (const { known, parent } of plans) {
    if ((parent?.id ?? null) !== known!.parent_id) await move(tx, known!.id, parent?.path ?? []);
  }
}

/** Gives a territory and all below it the path that follows from its new parent's. */
async function move(tx: Sql, id: string, parentPath: readonly string[]): Promise<void> {
  await tx.row('UPDATE territories SET path = $2::uuid[] || path[array_position(path, $1::uuid):] WHERE path @> ARRAY[$1::uuid]', [
    id,
    parentPath,
  ]);
}
