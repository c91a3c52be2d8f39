import { handleAt } from '@stoa/domain';
import { renderMarkdown } from '../../platform/markdown.js';

/** The number of a post as quotes and replies write it: `#p12`, or `#12`. */
const NUMBER = /(?<![\p{L}\p{N}_&#/])#p?([1-9]\d{0,6})(?![\p{L}\p{N}_])/uy;

/**
 * The HTML of a post: Markdown with links to the members whom it mentions and to posts of its thread.
 * @param members names that are links when they are mentioned
 */
export function postHtml(body: string, members: ReadonlySet<string>): string {
  return renderMarkdown(body, (text, position) => {
    if (text[position] === '@') {
      const handle = handleAt(text, position);
      return handle !== null && members.has(handle) ? { length: handle.length + 1, href: `/people/${handle}`, words: `@${handle}` } : null;
    }
    NUMBER.lastIndex = position;
    const [written, no] = NUMBER.exec(text) ?? [];
    return written && no ? { length: written.length, href: `#p${no}`, words: `#${no}` } : null;
  });
}
