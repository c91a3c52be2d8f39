import { once, twice, type Settle } from './settle-writing.js';

/** Of two choices for one kind in one place the later one holds. */
const CHOICES = `DELETE FROM notice_choices d USING notice_choices o WHERE d.person_id = ANY(ARRAY[$1, $2]::uuid[]) AND o.person_id = ANY(ARRAY[$1, $2]::uuid[])
  AND d.person_id <> o.person_id AND d.kind = o.kind AND d.network_id IS NOT DISTINCT FROM o.network_id AND (d.chosen_at, d.person_id) < (o.chosen_at, o.person_id)`;

const WATCHES = `DELETE FROM watches d USING watches o WHERE d.person_id = ANY(ARRAY[$1, $2]::uuid[]) AND o.person_id = ANY(ARRAY[$1, $2]::uuid[])
  AND d.person_id <> o.person_id AND d.subject_type = o.subject_type AND d.subject_id = o.subject_id AND (d.chosen_at, d.person_id) < (o.chosen_at, o.person_id)`;

/** Makes one of two rows of what people hear of; as `SETTLED`, of which it is a part. */
export const SETTLED_NOTICES: Readonly<Record<string, Settle>> = {
  notices: once(twice('notices', ['event', 'subject_id'])),
  notice_choices: once(CHOICES),
  watches: once(WATCHES),
  digests: once(twice('digests', ['period', 'day'])),
};
