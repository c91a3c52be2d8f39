import { foldText, parse, RESOURCE_LIMITS, resourceDraft, type ResourceContent } from '@stoa/domain';
import type { BatchPlan, ImportRow, RowError } from '../../../platform/csv/index.js';
import type { Sql } from '../../../platform/database/database.js';
import { topicWords } from '../harvest/to-content.js';
import type { WorkRow } from './work-columns.js';

interface Known {
  id: string;
  likeness: string;
  content: ResourceContent;
  /** It came by such an import, so it may follow one. */
  is_ours: boolean;
}

/** What is to become of a row. */
export interface WorkPlan<Row> extends BatchPlan {
  value: Row;
  content: ResourceContent | null;
  territoryId: string;
  known: Known | null;
}

/** How rows of one kind become resources. */
export interface WorkKind<Row extends WorkRow> {
  /** What a row says, as a resource holds it. */
  contentOf(row: Row, topicIds: string[]): unknown;
  /** A condition on `resources r`: it came by such an import. */
  isOurs: string;
  /** What is wrong with what a row leads to, besides its words. */
  faultOf?(row: Row): Promise<RowError | null>;
}

/** Decides what is to become of rows: a work is known by its likenesses, and one that somebody here wrote is left alone. */
export async function decideWorks<Row extends WorkRow>(
  sql: Sql,
  rows: readonly ImportRow<Row>[],
  kind: WorkKind<Row>,
): Promise<WorkPlan<Row>[]> {
  const topics = await topicWords(sql);
  const counties = new Map(
    (
      await sql.rows<{ id: string; code: string }>(`SELECT id, code FROM territories WHERE kind = 'COUNTY' AND code = ANY($1)`, [
        [...new Set(rows.map(({ value }) => value.countyCode))],
      ])
    ).map(({ id, code }) => [code, id]),
  );
  const known = await sql.rows<Known>(
    `SELECT DISTINCT ON (l.likeness) l.likeness, r.id, v.content, ${kind.isOurs} AND r.proposed_by IS NULL AND r.state = 'PUBLISHED'
       AND NOT EXISTS (SELECT 1 FROM harvested_records h WHERE h.resource_id = r.id) AS is_ours
     FROM resource_likenesses l JOIN resources r ON r.id = l.resource_id JOIN resource_versions v ON v.resource_id = r.id AND v.no = r.version_no
     WHERE l.likeness = ANY($1) AND r.visibility = 'PUBLIC' ORDER BY l.likeness, r.state = 'WITHDRAWN', r.id`,
    [rows.map(({ key }) => key)],
  );
  const byKey = new Map(known.map((each) => [each.likeness, each]));
  const plans: WorkPlan<Row>[] = [];
  for (const { value, key } of rows) {
    const found = byKey.get(key) ?? null;
    const refuse = (fault: RowError): number =>
      plans.push({ value, content: null, territoryId: '', known: found, decision: { errors: [fault] } });
    const territoryId = counties.get(value.countyCode);
    const ids = value.topics.map((word) => topics.get(foldText(word)));
    const unknown = value.topics[ids.indexOf(undefined)];
    const parsed = parse(resourceDraft, {
      ...(kind.contentOf(value, [...new Set(ids.filter((id) => id !== undefined))].slice(0, RESOURCE_LIMITS.topics)) as object),
    });
    const fault = (await kind.faultOf?.(value)) ?? null;
    if (territoryId === undefined) refuse({ code: 'COUNTY_UNKNOWN', column: 'countyCode', value: value.countyCode });
    else if (unknown !== undefined) refuse({ code: 'TOPIC_UNKNOWN', column: 'topics', value: unknown });
    else if (fault) refuse(fault);
    else if (!parsed.ok) refuse({ code: parsed.errors[0]?.code ?? 'INVALID' });
    else plans.push({ value, content: parsed.value, territoryId, known: found, decision: { action: actionOf(found, parsed.value) } });
  }
  return plans;
}

function actionOf(known: Known | null, content: ResourceContent): 'create' | 'skip' | 'update' {
  if (!known) return 'create';
  const isSame = !known.is_ours || JSON.stringify({ ...known.content, ...said(content) }) === JSON.stringify(known.content);
  return isSame ? 'skip' : 'update';
}

/** What a row says of a work; what somebody here added to it stays. */
function said({
  body: _body,
  files: _files,
  practice: _practice,
  visibility: _visibility,
  ...rest
}: ResourceContent): Partial<ResourceContent> {
  return rest;
}

/** A work of the county, and of nobody's in it. */
export const ofCounty = (territoryId: string) => ({
  ...{ territory_id: territoryId, network_id: null, structure_id: null, centre_id: null, school_id: null },
});
