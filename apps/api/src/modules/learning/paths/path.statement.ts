import type { CompletionRule, GatheringState, ResourceVisibility } from '@stoa/domain';
import type { OwnerColumns, ResourceFacts } from '../../resources/index.js';

/** A path's row: a path is read, written and reviewed by the rules of resources. Times are ISO text. */
export interface PathRow extends ResourceFacts, OwnerColumns {
  slug: string;
  state: GatheringState;
  visibility: ResourceVisibility;
  title: string;
  summary: string;
  outcome: string;
  lang: string;
  rule: CompletionRule;
  needed: number | null;
  minutes: number;
  certificate: boolean;
  remarks: string;
  decided_by: string | null;
  created_at: string;
  published_at: string | null;
  changed_at: string;
  version: number;
}

/** Joins of `resourcesVisibleTo`, with a path where a resource would be. */
export const PATH_FROM = `learning_paths r JOIN territories t ON t.id = r.territory_id LEFT JOIN structures rs ON rs.id = r.structure_id`;

/** Paths with what rights ask of them. @param where a condition on `PATH_FROM`, with what follows it */
export function pathStatement(where: string): string {
  return `SELECT r.id, r.slug, r.territory_id, r.network_id, r.structure_id, r.centre_id, r.school_id, rs.centre_id AS structure_centre_id,
    t.path AS territory_path, r.state, r.awaits_review, r.visibility, r.title, r.summary, r.outcome, r.lang, r.rule, r.needed, r.minutes,
    r.certificate, r.remarks, r.proposed_by, NULL::uuid AS open_created_by, NULL::uuid AS open_submitted_by, r.decided_by, r.created_at,
    r.published_at, r.changed_at, r.version FROM ${PATH_FROM} WHERE ${where}`;
}

/**
 * Whether a person has done a step `s` of a path. A discussion counts with the first post in it that stands.
 * @param person an SQL expression of the person's id
 */
export function stepDone(person: string): string {
  return `CASE s.kind
    WHEN 'RESOURCE' THEN EXISTS (SELECT 1 FROM resource_studies d WHERE d.person_id = ${person} AND d.resource_id = s.resource_id AND d.done_at IS NOT NULL)
    WHEN 'QUIZ' THEN EXISTS (SELECT 1 FROM quiz_attempts a WHERE a.person_id = ${person} AND a.resource_id = s.resource_id AND a.passed)
    WHEN 'THREAD' THEN EXISTS (SELECT 1 FROM posts p WHERE p.thread_id = s.thread_id AND p.author_id = ${person} AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL)
    ELSE EXISTS (SELECT 1 FROM path_step_marks m WHERE m.person_id = ${person} AND m.step_id = s.id) END`;
}

/** Whether nobody can do a step `s` any more: what it is about was withdrawn, hidden or merged into something else. */
export const STEP_GONE = `CASE s.kind
    WHEN 'TASK' THEN false
    WHEN 'THREAD' THEN NOT EXISTS (SELECT 1 FROM threads h WHERE h.id = s.thread_id AND h.merged_into IS NULL AND h.visibility = 'VISIBLE')
    ELSE NOT EXISTS (SELECT 1 FROM resources o WHERE o.id = s.resource_id AND o.state IN ('PUBLISHED', 'OUTDATED')) END`;
