import type { Classification } from '../classification.js';

/** What people are writing, and what they say of posts without words. */
export const writingTables: Classification = {
  drafts: {
    purpose: 'drafts',
    person: 'person_id',
    erase: 'delete',
    columns: {
      person_id: 'person',
      place: 'act',
      place_id: 'key',
      county_id: 'key',
      title: 'written',
      body: 'written',
      lang: 'none',
      saved_at: 'act',
    },
  },
  post_mentions: {
    purpose: 'discussions',
    person: 'person_id',
    erase: 'delete',
    columns: { post_id: 'key', person_id: 'person', county_id: 'key', mentioned_at: 'act' },
  },
  // Kept without a name, since the post's count would not be true without them.
  post_reactions: {
    purpose: 'discussions',
    person: 'person_id',
    erase: 'keep',
    columns: { post_id: 'key', person_id: 'person', kind: 'act', county_id: 'key', reacted_at: 'act' },
  },
  // A file cannot be searched for a name as a text can, so it goes with its author in any case.
  post_attachments: {
    purpose: 'discussions',
    person: 'post_id IN (SELECT id FROM posts WHERE author_id = $1)',
    erase: 'delete',
    columns: {
      id: 'key',
      county_id: 'key',
      post_id: 'key',
      position: 'none',
      file_id: 'key',
      preview_id: 'key',
      name: 'written',
      mime: 'none',
      size: 'none',
      width: 'none',
      height: 'none',
      alt: 'written',
    },
  },
  // It goes whole where its author withdraws what they wrote.
  polls: {
    purpose: 'discussions',
    person: 'post_id IN (SELECT id FROM posts WHERE author_id = $1)',
    erase: 'keep',
    columns: {
      post_id: 'key',
      county_id: 'key',
      question: 'written',
      options: 'written',
      multiple: 'none',
      results: 'none',
      closes_at: 'none',
      closed_at: 'act',
      created_at: 'act',
      version: 'none',
    },
  },
  // Votes are counted each time they are shown, so the vote of who goes need not stay to keep a number true.
  poll_votes: {
    purpose: 'discussions',
    person: 'person_id',
    erase: 'delete',
    columns: { post_id: 'key', person_id: 'person', option_no: 'act', county_id: 'key', voted_at: 'act' },
  },
  saved_posts: {
    purpose: 'reading',
    person: 'person_id',
    erase: 'delete',
    columns: { person_id: 'person', post_id: 'key', county_id: 'key', saved_at: 'act' },
  },
  thread_summaries: {
    purpose: 'discussions',
    person: 'written_by',
    erase: 'keep',
    columns: {
      thread_id: 'key',
      county_id: 'key',
      body: 'written, withdraw',
      body_html: 'written, withdraw',
      written_by: 'person',
      written_at: 'act',
      version: 'none',
    },
  },
  // The words of posts once more: what changes a text takes them away with it.
  post_words: {
    purpose: 'discussions',
    person: null,
    columns: { post_id: 'key', written_at: 'none', words: 'none' },
  },
  // The words of titles once more: what changes a title changes them.
  thread_words: { purpose: 'discussions', person: null, columns: { thread_id: 'key', words: 'none' } },
  posts_to_index: { purpose: 'system', person: null, columns: { post_id: 'key' } },
  imported_threads: { purpose: 'system', person: null, columns: { network_id: 'key', source_id: 'none', thread_id: 'key' } },
  imported_posts: { purpose: 'system', person: null, columns: { network_id: 'key', source_id: 'none', post_id: 'key' } },
  // By which an author of another forum is known again; who is erased is known again no more.
  imported_authors: {
    purpose: 'discussions',
    person: 'person_id',
    erase: 'delete',
    columns: { network_id: 'key', source_key: 'secret', person_id: 'person' },
  },
  post_links: {
    purpose: 'discussions',
    person: 'post_id IN (SELECT id FROM posts WHERE author_id = $1)',
    erase: 'keep',
    columns: { post_id: 'key', place: 'none', url: 'written' },
  },
  // What pages of others say of themselves; forgotten when no post leads there.
  link_previews: {
    purpose: 'system',
    person: null,
    columns: { url: 'none', fetched_at: 'none', title: 'none', description: 'none', site: 'none' },
  },
};
