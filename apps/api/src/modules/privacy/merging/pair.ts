/** Of whom: `keep` stays, `away` goes. */
export interface MergedPair {
  keep: string;
  away: string;
}

/** When, and who decided. */
export interface MergeMoment {
  at: Date;
  /** The day of `at` in the installation's zone. */
  today: string;
  actorId: string;
}
