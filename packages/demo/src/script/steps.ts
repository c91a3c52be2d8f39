import type { Lang } from '../texts.js';

/** A reply to be written, by whom and when. */
export interface DemoReply {
  at: Date;
  author: string;
  body: string;
}

/** What members report and moderators decide in a thread; `post` is the number of the post, null for the thread. */
export type DemoModeration =
  | { act: 'FLAG'; at: Date; by: string; post: number; reason: string; note: string }
  | { act: 'KEEP' | 'HIDE' | 'REMOVE' | 'UNHIDE' | 'LOCK' | 'PIN'; at: Date; by: string; post: number | null; reason: string };

/** What the opening post asks of its readers, and who chose which of the options, counted from 1. */
export interface DemoPoll {
  question: string;
  options: readonly string[];
  votes: readonly { by: string; at: Date; option: number }[];
}

/** A thread with all that happened in it. */
export interface DemoThread {
  network: string;
  at: Date;
  author: string;
  kind: 'QUESTION' | 'DISCUSSION';
  lang: Lang;
  title: string;
  body: string;
  poll?: DemoPoll;
  replies: readonly DemoReply[];
  /** The reply that the author accepted, by its number as a post (from 2). */
  accepted: { post: number; at: Date } | null;
  moderation: readonly DemoModeration[];
  /** Marks of reading that matter to a story. */
  reads: readonly { by: string; upTo: number; at: Date }[];
}
