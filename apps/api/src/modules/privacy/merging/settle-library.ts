import { once, twice, type Settle } from './settle-writing.js';

/** What both found useful is found so once, and counted once. */
const MARKS = `
  WITH gone AS (${twice('resource_marks', ['resource_id'])} RETURNING a.resource_id)
  UPDATE resources r SET useful_count = r.useful_count - 1 FROM gone WHERE r.id = gone.resource_id`;

/** Of two accounts of the same resource that of who stays is kept; one that is hidden was not counted. */
const USES = `
  WITH gone AS (${twice('resource_uses', ['resource_id'])} RETURNING a.resource_id, a.hidden_at)
  UPDATE resources r SET uses_count = r.uses_count - 1 FROM gone WHERE r.id = gone.resource_id AND gone.hidden_at IS NULL`;

/** Makes one of two rows of what people say of resources; as `SETTLED`, of which it is a part. */
export const SETTLED_LIBRARY: Readonly<Record<string, Settle>> = {
  resource_marks: once(MARKS),
  resource_uses: once(USES),
};
