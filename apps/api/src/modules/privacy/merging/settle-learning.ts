import { once, twice, type Settle } from './settle-writing.js';

/** What was finished by either is finished, from the earlier day; what both finished is counted once. */
const STUDIES: Settle = async (tx, { keep, away }) => {
  const both = 'k.person_id = $1 AND a.person_id = $2 AND a.resource_id = k.resource_id';
  await tx.row(
    `UPDATE resources r SET completions_count = completions_count - 1 FROM resource_studies k, resource_studies a
     WHERE ${both} AND r.id = k.resource_id AND k.done_at IS NOT NULL AND a.done_at IS NOT NULL`,
    [keep, away],
  );
  await tx.row(
    `UPDATE resource_studies k SET started_at = least(k.started_at, a.started_at), last_at = greatest(k.last_at, a.last_at), share = greatest(k.share, a.share),
       done_at = o.done_at, done_version_no = o.done_version_no, done_title = o.done_title, done_lang = o.done_lang, done_minutes = o.done_minutes
     FROM resource_studies a, resource_studies o WHERE ${both} AND o.resource_id = k.resource_id
       AND o.person_id = CASE WHEN a.done_at IS NOT NULL AND (k.done_at IS NULL OR a.done_at < k.done_at) THEN a.person_id ELSE k.person_id END`,
    [keep, away],
  );
  await tx.row(twice('resource_studies', ['resource_id']), [keep, away]);
};

/** Two notes on one resource become one, one under the other. */
const NOTES: Settle = async (tx, { keep, away }) => {
  await tx.row(
    `UPDATE study_notes k SET body = k.body || E'\\n\\n' || a.body, changed_at = greatest(k.changed_at, a.changed_at)
     FROM study_notes a WHERE k.person_id = $1 AND a.person_id = $2 AND a.resource_id = k.resource_id AND a.body <> k.body`,
    [keep, away],
  );
  await tx.row(twice('study_notes', ['resource_id']), [keep, away]);
};

/** A path that either has completed is completed. */
const ENROLMENTS: Settle = async (tx, { keep, away }) => {
  await tx.row(
    `UPDATE path_enrolments k SET enrolled_at = least(k.enrolled_at, a.enrolled_at), done_at = a.done_at, done_title = a.done_title, done_lang = a.done_lang,
       done_minutes = a.done_minutes, done_resource_ids = a.done_resource_ids
     FROM path_enrolments a WHERE k.person_id = $1 AND a.person_id = $2 AND a.path_id = k.path_id AND a.done_at IS NOT NULL
       AND (k.done_at IS NULL OR a.done_at < k.done_at)`,
    [keep, away],
  );
  await tx.row(twice('path_enrolments', ['path_id']), [keep, away]);
};

/** Of two certificates for one thing the one that stands stays, else the one of who stays: whoever was shown the other is told that it is none. */
const CERTIFICATES = `DELETE FROM certificates d USING certificates o WHERE d.person_id = ANY(ARRAY[$1, $2]::uuid[]) AND o.person_id = ANY(ARRAY[$1, $2]::uuid[])
  AND d.person_id <> o.person_id AND (d.subject_type, d.subject_id) = (o.subject_type, o.subject_id)
  AND (d.state = 'ISSUED', d.person_id = $1::uuid) < (o.state = 'ISSUED', o.person_id = $1::uuid)`;

/** Makes one of two rows of self-study; as `SETTLED`, of which it is a part. */
export const SETTLED_LEARNING: Readonly<Record<string, Settle>> = {
  resource_studies: STUDIES,
  study_notes: NOTES,
  path_enrolments: ENROLMENTS,
  path_step_marks: once(twice('path_step_marks', ['step_id'])),
  certificates: once(CERTIFICATES),
};
