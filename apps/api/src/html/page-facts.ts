import type { Context } from '../platform/context.js';

/** What the first HTML of a public page says of it; null for a record that does not exist. */
export interface PageFacts {
  title: string;
  description: string;
  /** schema.org; where it brings no context of its own it gets the usual one. */
  jsonLd?: Record<string, unknown>;
  /** A feed of what the page lists, with the query that asks for it. */
  feed?: string;
}

/** Asks the API as a visitor does. */
export type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data | null>;

/** What a page's maker may use. `url` is the page's own address, `parts` what follows the language in the path. */
export interface PageRequest {
  ctx: Context;
  ask: Ask;
  parts: readonly string[];
  query: URLSearchParams;
  url: string;
}
