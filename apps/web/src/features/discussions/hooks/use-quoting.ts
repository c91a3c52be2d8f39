import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useKeys } from '../../../app/keyboard/use-keys.js';
import type { Insertion } from '../components/ReplyComposer.js';
import { PostTextQuery, type PostShown } from '../thread-operations.js';
import { useSaving } from './use-saving.js';

/** What is selected within the text of a post; empty where nothing is. */
function selectedIn(post: Pick<PostShown, 'no'>): string {
  const selection = window.getSelection();
  const text = document.querySelector(`#p${String(post.no)} .prose`);
  if (!selection || selection.isCollapsed || !text) return '';
  const { anchorNode, focusNode } = selection;
  return text.contains(anchorNode) && text.contains(focusNode) ? selection.toString().trim() : '';
}

/** A block quote with whom it is from and a link back to the post. */
function quotation(author: string, no: number, text: string): string {
  const lines = text.split('\n').map((line) => `> ${line}`.trimEnd());
  return `> **${author}** #p${String(no)}\n>\n${lines.join('\n')}\n\n`;
}

/**
 * Replying, quoting and saving, by buttons and by the keys R, Q and B on the post that has the focus, else the last. L thanks.
 * Of a post in which words are selected, these are quoted.
 */
export function useQuoting(posts: readonly PostShown[]): {
  insertion: Insertion | null;
  replyTo: (post: PostShown | undefined) => void;
  quote: (post: PostShown) => Promise<void>;
} {
  const client = useApolloClient();
  const save = useSaving();
  const [insertion, setInsertion] = useState<Insertion | null>(null);
  const focusComposer = () => requestAnimationFrame(() => document.getElementById('body')?.focus());
  const replyTo = (post: PostShown | undefined) => {
    if (post?.author && post.no > 1) setInsertion({ text: `@${post.author.handle} #p${String(post.no)}: ` });
    focusComposer();
  };
  const quote = async (post: PostShown) => {
    const selected = selectedIn(post);
    const asked = selected === '' ? await client.query({ query: PostTextQuery, variables: { id: post.id } }) : null;
    const text = selected || asked?.data?.post?.body;
    if (!text || !post.author) return;
    setInsertion({ text: quotation(post.author.displayName, post.no, text) });
    focusComposer();
  };
  const focused = () => {
    const no = Number(document.activeElement?.closest<HTMLElement>('[data-post]')?.dataset['post'] ?? 0);
    return posts.find((post) => post.no === no);
  };
  useKeys({
    KeyR: () => replyTo(focused()),
    KeyQ: () => {
      const post = focused() ?? posts.at(-1);
      if (post) void quote(post);
    },
    KeyB: () => {
      const post = focused() ?? posts.at(-1);
      if (post?.html) void save(post);
    },
    KeyL: () => {
      const post = focused() ?? posts.at(-1);
      document.querySelector<HTMLElement>(`#p${String(post?.no)} [data-reaction="THANKS"]`)?.click();
    },
  });
  return { insertion, replyTo, quote };
}
