import type {
  Audience,
  Licence,
  ResourceKind,
  ResourceLanguage,
  ResourceState,
  ResourceVisibility,
  SchoolLevel,
  Subject,
} from '@stoa/domain';
import type { ResourceFacts } from './resource.policy.js';

/** A resource's row as every read has it. Times are ISO text. */
export interface ResourceRow extends ResourceFacts {
  id: string;
  slug: string;
  territory_id: string;
  state: ResourceState;
  visibility: ResourceVisibility;
  kind: ResourceKind;
  lang: ResourceLanguage;
  title: string;
  outcome: string;
  summary: string;
  minutes: number | null;
  licence: Licence | null;
  authors: string[];
  subjects: Subject[];
  levels: SchoolLevel[];
  audiences: Audience[];
  version_no: number;
  created_at: string;
  published_at: string | null;
  changed_at: string;
  promoted_at: string | null;
  useful_count: number;
  uses_count: number;
  saves_count: number;
  completions_count: number;
  version: number;
  proposer_handle: string | null;
  proposer_name: string | null;
  open_id: string | null;
  open_state: 'DRAFT' | 'SUBMITTED' | null;
}

/** Columns of a resource as `ResourceRow` names them. */
export const RESOURCE_COLUMNS = `r.id, r.slug, r.territory_id, r.network_id, r.structure_id, r.centre_id, r.school_id, rs.centre_id AS structure_centre_id, t.path AS territory_path,
  r.state, r.awaits_review, r.visibility, r.kind, r.lang, r.title, r.outcome, r.summary, r.minutes, r.licence, r.authors, r.subjects, r.levels, r.audiences, r.version_no,
  r.proposed_by, r.created_at, r.published_at, r.changed_at, r.useful_count, r.uses_count, r.saves_count, r.completions_count, r.version,
  p.handle AS proposer_handle, p.display_name AS proposer_name, o.id AS open_id, o.state AS open_state, o.created_by AS open_created_by, o.submitted_by AS open_submitted_by, r.promoted_at`;

/** Joins of `RESOURCE_COLUMNS` and of `resourcesVisibleTo`. */
export const RESOURCE_FROM = `resources r JOIN territories t ON t.id = r.territory_id
  LEFT JOIN structures rs ON rs.id = r.structure_id
  LEFT JOIN people p ON p.id = r.proposed_by
  LEFT JOIN resource_versions o ON o.resource_id = r.id AND o.state IN ('DRAFT', 'SUBMITTED')`;

/** Resources with what rights ask of them. @param where a condition on `RESOURCE_FROM`, with what follows it */
export function resourceStatement(where: string): string {
  return `SELECT ${RESOURCE_COLUMNS} FROM ${RESOURCE_FROM} WHERE ${where}`;
}
