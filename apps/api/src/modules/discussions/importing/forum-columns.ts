import { rules, THREAD_KINDS, type Language, type ThreadKind } from '@stoa/domain';
import { z } from 'zod';
import { byRule, type ImportColumn, type ImportDefinition, type ImportParams } from '../../../platform/csv/index.js';
import { languageColumn } from '../../centres/index.js';

/** A post of another forum, with what its file says of its thread and author. */
export interface ForumRow {
  post: string;
  thread: string;
  title: string | null;
  kind: ThreadKind | null;
  /** Name of the category in which its thread stands. */
  category: string | null;
  author: string;
  authorId: string | null;
  email: string | null;
  written: string;
  lang: Language;
  body: string;
  accepted: boolean;
}

/** Stands for a line break where a record must stay on one line. */
export const LINE_BREAK = '\u2028';

const sourceId = byRule(z.string().min(1).max(200));

/** An optional cell: null where it is empty. */
function optional<V>(labels: readonly string[], parse: ImportColumn<V>['parse']): ImportColumn<V | null> {
  return { labels, required: false, parse: (text) => (text === '' ? { value: null } : parse(text)) };
}

/** A time with its zone, one without (taken for UTC), or seconds since 1970, as forums keep it. */
function written(text: string): { value: string } | { code: string } {
  const seconds = /^\d{9,10}$/.test(text) ? Number(text) * 1000 : null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text.replace(' ', 'T')}Z`;
  const at = new Date(seconds ?? (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) ? zoned.replace(' ', 'T') : Number.NaN));
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1990 ? { code: 'INVALID_TIME' } : { value: at.toISOString() };
}

const TRUE = new Set(['1', 'true', 'yes', 'y', 't']);

/** The columns of a forum's file; each row is a post. */
export function forumDefinition({ lang }: ImportParams): ImportDefinition<ForumRow> {
  const body = byRule(rules.markdownBody);
  return {
    kind: 'forum',
    keyOf: (row) => row.post,
    columns: {
      post: { labels: ['post id', 'post_id', 'id', 'pid'], required: true, parse: sourceId },
      thread: { labels: ['thread id', 'thread_id', 'topic_id', 'topic id', 'tid'], required: true, parse: sourceId },
      title: optional(['thread title', 'thread_title', 'subject'], byRule(rules.title)),
      kind: optional<ThreadKind>(['thread kind', 'thread_kind'], (text) => {
        const kind = THREAD_KINDS.find((each) => each === text.toUpperCase());
        return kind ? { value: kind } : { code: 'KIND_UNKNOWN' };
      }),
      category: optional(['thread category', 'forum', 'forum_name', 'category_name'], byRule(rules.name)),
      author: { labels: ['author name', 'author_name', 'name', 'username'], required: true, parse: byRule(rules.personName) },
      authorId: optional(['author id', 'author_id', 'user_id', 'uid'], sourceId),
      email: optional(['author email', 'author_email', 'author e-mail', 'e-mail'], byRule(rules.email)),
      written: { labels: ['written at', 'written_at', 'created_at', 'date', 'time'], required: true, parse: written },
      lang: languageColumn(lang),
      body: { labels: ['text', 'message', 'content'], required: true, parse: (text) => body(text.replaceAll(LINE_BREAK, '\n')) },
      accepted: {
        labels: ['answer', 'accepted answer', 'solution'],
        required: false,
        parse: (text) => ({ value: TRUE.has(text.toLowerCase()) }),
      },
    },
  };
}

/** The keys of a record, in the order of `jsonLines`. */
export const FORUM_KEYS = [
  'post',
  'thread',
  'title',
  'kind',
  'category',
  'author',
  'authorId',
  'email',
  'written',
  'lang',
  'body',
  'accepted',
] as const;
