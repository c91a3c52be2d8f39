/** Context of a query that two parts of a page ask at the same moment, and no command before it: one request answers both. */
export const TOGETHER = { queryDeduplication: true };
