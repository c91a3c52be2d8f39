import { UNDECIDED, type DecisionKind, type ModerationStatus } from '@stoa/domain';
import type { Context } from '../../platform/context.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import type { Act, Target } from '../../platform/authorize.js';
import { fromGlobalId } from '../../platform/ids.js';

/** What moderation knows of a subject: where it stands, who is concerned, and what its status column says. */
export interface Subject {
  id: string;
  countyId: string;
  /** Where the right to decide lies: the network. */
  scopeId: string;
  /** What the rights table asks of it; `concerns` names the author. */
  target: Target;
  /** The act of reading it: whoever may not, learns nothing of it by trying to decide. */
  readAct: Act;
  authorId: string;
  status: ModerationStatus;
  /** Of what was taken away for a time: until when. */
  endsAt?: string | null;
}

/** What is said of a subject to its author, and to who decides an appeal. */
export interface SubjectNotice {
  id: string;
  authorId: string;
  /** The title under which the author knows it. */
  title: string;
  /** Path on the site, without the language. */
  path: string;
}

/** A decision that is taken back, and the one that does so. */
export interface TakenBack {
  id: string;
  kind: DecisionKind;
  targetId: string | null;
  originId: string | null;
  reversal: { id: string; reason: string; by: string; at: Date };
}

/** How a content module opens its records to moderation. */
export interface SubjectAdapter {
  /** Name of the GraphQL type, as global ids begin. */
  type: string;
  /** The decisions that such a subject knows. */
  kinds: readonly DecisionKind[];
  /** Locks and reads a subject; null where there is none. */
  lock(tx: Sql, id: string): Promise<Subject | null>;
  /** Writes the status that follows from the log to the subject's cached columns, and what follows for counters. */
  saveStatus(tx: Sql, subject: Subject, status: ModerationStatus): Promise<void>;
  /** The cached status of each id, in any order. */
  cachedStatus(sql: Sql, ids: readonly string[]): Promise<({ id: string } & ModerationStatus)[]>;
  /**
   * Undoes what a MOVE, SPLIT or MERGE did beside the status, once its REVERSE stands in the log. The subject is locked.
   * @throws Refusal FORBIDDEN where the viewer decides here but not there
   */
  takeBack?(ctx: Context, tx: Tx, subject: Subject, back: TakenBack): Promise<void>;
  /** Whose content a decision put elsewhere, each person once, with where that is now. */
  movedBy?(sql: Sql, decisionId: string): Promise<SubjectNotice[]>;
  /** Title and page of each id, in any order. */
  notices(sql: Sql, ids: readonly string[]): Promise<SubjectNotice[]>;
}

/** Cached statuses, of which a statement gives the parts that such subjects have. */
export async function statusesFrom(sql: Sql, text: string, ids: readonly string[]): Promise<({ id: string } & ModerationStatus)[]> {
  const rows = await sql.rows<{ id: string } & Partial<ModerationStatus>>(text, [ids]);
  return rows.map((row) => ({ ...UNDECIDED, ...row }));
}

const adapters = new Map<string, SubjectAdapter>();

/** Makes kinds of content known to moderation; the composition root calls it once. */
export function registerSubjects(all: readonly SubjectAdapter[]): void {
  for (const adapter of all) adapters.set(adapter.type, adapter);
}

/** The adapter of a type. @throws Error where no module registered it */
export function adapterOf(type: string): SubjectAdapter {
  const adapter = adapters.get(type);
  if (!adapter) throw new Error(`No module moderates ${type}`);
  return adapter;
}

/** Reads a subject's global id; null where it names nothing that can be moderated. */
export function subjectOf(globalId: string): { adapter: SubjectAdapter; id: string } | null {
  const parts = fromGlobalId(globalId);
  const adapter = parts && adapters.get(parts.type);
  return adapter ? { adapter, id: parts.id } : null;
}

/** Names of the registered types. */
export function subjectTypes(): string[] {
  return [...adapters.keys()];
}
