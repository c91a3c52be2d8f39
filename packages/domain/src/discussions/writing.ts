import { cleanText, text } from '../values/base.js';
import { LENGTHS } from '../values/codes.js';

/** What a draft will be: a reply to a thread, a new thread of a network, or another text of a post. */
export const DRAFT_PLACES = ['REPLY', 'THREAD', 'EDIT'] as const;
export type DraftPlace = (typeof DRAFT_PLACES)[number];

/** Texts of a draft: what is not ready may be short or empty, never longer than what it will be. */
export const draftTitle = text({ min: 0, max: LENGTHS.title.max });
export const draftBody = text({ min: 0, max: LENGTHS.markdownBody.max }, cleanText);

/** So many people at most are told that a post mentions them. */
export const MENTIONS_TOLD = 10;

/** So many different names of a text are looked up; whoever writes more of them talks to nobody. */
export const MENTIONS_READ = 50;

/** `@` and a name as it stands in addresses, not inside of a word, an address or another name. */
const MENTION = /(?<![\p{L}\p{N}_.@/-])@([a-z0-9]+(?:-[a-z0-9]+)*)(?![\p{L}\p{N}_@-]|\.[\p{L}\p{N}])/gu;
const MENTION_HERE = new RegExp(MENTION.source, 'uy');

/** The names that a text mentions with `@`, each once, in their order; `MENTIONS_READ` at most. */
export function handlesIn(body: string): string[] {
  const handles = new Set<string>();
  for (const [, handle] of body.matchAll(MENTION)) {
    if (handle) handles.add(handle);
    if (handles.size === MENTIONS_READ) break;
  }
  return [...handles];
}

/** The name that is mentioned where `position` is its `@`; null where that is no mention. */
export function handleAt(body: string, position: number): string | null {
  MENTION_HERE.lastIndex = position;
  return MENTION_HERE.exec(body)?.[1] ?? null;
}

/** What a picture of a post shows, for those who do not see it; may be empty. */
export const altText = text({ min: 0, max: 500 });
