import { foldText } from '@stoa/domain';
import type { Sql } from '../../platform/database/database.js';

/** A living school as rows of other registers name it. */
export interface NamedSchool {
  id: string;
  county_id: string;
  code: string | null;
  name: string;
}

/** Finds schools by code, else by folded name, within a county. */
export interface SchoolFinder {
  /** The school, or the code of the error: none or several are named so. */
  find(countyCode: string, named: string): NamedSchool | 'SCHOOL_UNKNOWN' | 'SCHOOL_AMBIGUOUS' | 'COUNTY_UNKNOWN';
  countyId(countyCode: string): string | null;
}

/** Reads the schools of the counties once. @param countyCodes official codes */
export async function schoolFinder(sql: Sql, countyCodes: readonly string[]): Promise<SchoolFinder> {
  const counties = await sql.rows<{ id: string; code: string }>(
    `SELECT id, code FROM territories WHERE kind = 'COUNTY' AND code = ANY($1)`,
    [[...new Set(countyCodes)]],
  );
  const ids = new Map(counties.map(({ id, code }) => [code, id]));
  const schools = await sql.rows<NamedSchool>(
    `SELECT id, county_id, code, name FROM schools WHERE status = 'ACTIVE' AND county_id = ANY($1)`,
    [[...ids.values()]],
  );
  const index = new Map<string, NamedSchool[]>();
  for (const school of schools) {
    for (const key of [school.code, foldText(school.name)]) {
      if (key !== null) index.set(`${school.county_id}|${key}`, [...(index.get(`${school.county_id}|${key}`) ?? []), school]);
    }
  }
  return {
    countyId: (code) => ids.get(code) ?? null,
    find(countyCode, named) {
      const countyId = ids.get(countyCode);
      if (!countyId) return 'COUNTY_UNKNOWN';
      const found = index.get(`${countyId}|${named.toUpperCase()}`) ?? index.get(`${countyId}|${foldText(named)}`) ?? [];
      if (found.length > 1) return 'SCHOOL_AMBIGUOUS';
      return found[0] ?? 'SCHOOL_UNKNOWN';
    },
  };
}
