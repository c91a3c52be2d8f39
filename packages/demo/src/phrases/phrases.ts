/** What people of one network talk about. Titles are made as "item: question", so items are in the basic form and questions begin small. */
export interface Subject {
  items: readonly string[];
  /** A question mark makes a question; without one the thread is a discussion. */
  questions: readonly string[];
  /** Second sentences of an opening post. */
  asks: readonly string[];
  /** What colleagues answer; with an item, only where it is asked about. */
  answers: readonly (string | readonly [item: string, text: string])[];
}

/** What people say in any network of a language. */
export interface Manners {
  /** First sentences of an opening post. */
  settings: readonly string[];
  openers: readonly string[];
  closers: readonly string[];
  /** What the one who asked writes back. */
  thanks: readonly string[];
}
