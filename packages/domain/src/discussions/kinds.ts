/** When a poll shows how many chose what: always, or to whom has voted; what is closed shows it to all. */
export const POLL_RESULTS = ['ALWAYS', 'AFTER_VOTE'] as const;
export type PollResults = (typeof POLL_RESULTS)[number];

/** So many options a poll has. */
export const POLL_OPTIONS = { min: 2, max: 10 } as const;

/** What readers can say of a post with one press; each of them once. */
export const REACTIONS = ['THANKS', 'AGREE', 'IDEA'] as const;
export type Reaction = (typeof REACTIONS)[number];
