/** Decisions about the reader, and appeals against them. */
export const ownDecisionsPath = () => '/me/decisions';

/** Appeals that wait for an answer. */
export const appealsPath = () => '/review/appeals';
