import type { Language, Role, ScopeKind, Target } from '@stoa/domain';
import type { Sql, Tx } from '../../platform/database/database.js';

/** What an appointment can be for, as its owner module tells it: a network, structure, centre, school or territory. */
export interface ScopeFacts {
  kind: ScopeKind;
  /** UUID of the record; of EVERYTHING the nil UUID. */
  id: string;
  /** In the reader's language where there is one. */
  name: string;
  /** Path of its page without the language, such as `/networks/ict-in-class`. */
  path: string;
  /** The county it belongs to; null above a county. */
  countyId: string | null;
  /** The territory in which it lies: its county, or the territory of a centre; of a territory itself. Null for EVERYTHING. */
  territoryId: string | null;
  /** The centre of a structure; null otherwise. */
  parentId: string | null;
  /** Ids of the record and of all above it, as `Target.scopes` wants them. */
  scopes: string[];
}

/** What changed about the person who coordinates a network. */
export interface CoordinatorChange {
  scopeId: string;
  /** Who holds the post today; null where it is vacant. */
  personId: string | null;
  /** When this became so. */
  at: Date;
}

/**
 * How the appointments module asks about scopes of one kind; registered by the module that owns the record.
 * All functions are plain SQL on the connection they are given.
 */
export interface ScopeAdapter {
  kind: ScopeKind;
  /** Facts of those ids that exist, in any order. */
  byIds(sql: Sql, ids: readonly string[], lang: Language): Promise<ScopeFacts[]>;
  /**
   * Living records in a territory, at any depth, whose name has words that begin with each token (no tokens: all), by name.
   * @param tokens folded words, as `searchFold` gives them
   */
  within(sql: Sql, territoryId: string, lang: Language, tokens: readonly string[], limit: number): Promise<ScopeFacts[]>;
  /** Ids of records by what a register calls them: an official code where there is one, and the address. */
  idsByKey(sql: Sql, keys: readonly string[]): Promise<{ key: string; id: string }[]>;
  /** The role that a living record of this kind always needs a holder of; a record without one is shown as vacant. */
  post?: Role;
  /** Locks the record's row, so that two appointments to it follow one another. */
  lock(tx: Tx, id: string): Promise<void>;
  /** Keeps what the record knows of its coordinator; in the transaction of the change, and once more by the nightly job. */
  onCoordinatorChanged?(tx: Tx, change: CoordinatorChange): Promise<void>;
}

const adapters = new Map<ScopeKind, ScopeAdapter>();

/** Makes a kind of scope known; called once a kind by the composition root. */
export function registerScope(adapter: ScopeAdapter): void {
  adapters.set(adapter.kind, adapter);
}

/** The adapter of a kind. @throws Error where the composition root registered none */
export function scopeAdapter(kind: ScopeKind): ScopeAdapter {
  const adapter = adapters.get(kind);
  if (!adapter) throw new Error(`no scope adapter for ${kind}`);
  return adapter;
}

/** Every adapter, in the order in which they were registered. */
export function scopeAdapters(): ScopeAdapter[] {
  return [...adapters.values()];
}

/** A scope by kind and id; null where no such record exists. */
export async function findScope(sql: Sql, kind: ScopeKind, id: string, lang: Language): Promise<ScopeFacts | null> {
  return (await scopeAdapter(kind).byIds(sql, [id], lang))[0] ?? null;
}

/** What the rights table is asked about for an appointment in a scope. */
export function scopeTarget(scope: ScopeFacts, more: Partial<Target> = {}): Target {
  return { scopes: scope.scopes, ...(scope.kind === 'NETWORK' ? { networkId: scope.id } : {}), ...more };
}
