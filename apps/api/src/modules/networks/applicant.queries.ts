import { inAudience, type NetworkAudience, type Profession, type SchoolLevel } from '@stoa/domain';
import type { Sql } from '../../platform/database/database.js';

interface AffiliationRow {
  school_id: string | null;
  profession: Profession;
  level: SchoolLevel | null;
  confirmed: boolean;
}

/** What a network asks of a person who comes to it. */
export interface ApplicantFacts {
  confirmedInAudience: boolean;
  /** The school that the membership is counted for: of the affiliation in the audience, else of a confirmed one, else of any. */
  schoolId: string | null;
}

/** A person's affiliations that have not ended, confirmed ones first. */
export function affiliationsOf(sql: Sql, personId: string): Promise<AffiliationRow[]> {
  return sql.rows<AffiliationRow>(
    `SELECT f.school_id, f.profession, s.level, f.state = 'CONFIRMED' AS confirmed FROM affiliations f LEFT JOIN schools s ON s.id = f.school_id
     WHERE f.person_id = $1 AND f.state <> 'ENDED' ORDER BY confirmed DESC, f.starts_on DESC, f.id`,
    [personId],
  );
}

/** How a person with these affiliations stands to a network's audience. */
export function applicantFacts(affiliations: readonly AffiliationRow[], audience: NetworkAudience): ApplicantFacts {
  const fitting = affiliations.find((row) => row.confirmed && inAudience(audience, row));
  return { confirmedInAudience: fitting !== undefined, schoolId: (fitting ?? affiliations[0])?.school_id ?? null };
}
