import MarkdownIt from 'markdown-it';

/** The longest text, in characters, that is rendered; every field's own rule is far below it. */
export const MARKDOWN_LIMIT = 100_000;

/** Block quotes and lists nest so deep; what is deeper is left out, since nobody reads it and parsing it is slow. */
const NESTING = 20;

/** The page's title is `h1` and its parts are `h2`, so a text's own headings begin at `h3`. */
const HEADING_SHIFT = 2;

const LINK = /^(?:https?:\/\/|mailto:)[^\s]/iu;

function safeMarkdown(): InstanceType<typeof MarkdownIt> {
  const md = new MarkdownIt('default', { html: false, linkify: true, breaks: true, typographer: false, maxNesting: NESTING });
  // Images would tell a foreign host who reads; references repeat one long address a thousand times; tables invent cells.
  md.disable(['image', 'reference', 'table', 'html_block', 'html_inline']);
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  md.validateLink = (url) => LINK.test(url);
  md.core.ruler.push('shift_headings', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type === 'heading_open' || token.type === 'heading_close')
        token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + HEADING_SHIFT)}`;
    }
  });
  md.renderer.rules['link_open'] = (tokens, index, options, _env, renderer) => {
    tokens[index]?.attrSet('rel', 'nofollow noopener ugc');
    return renderer.renderToken(tokens, index, options);
  };
  return md;
}

const markdown = safeMarkdown();

/**
 * The HTML of a text that a person wrote: paragraphs, emphasis, lists, quotes, code and links to http, https or mailto; never HTML of
 * the writer's own, images or scripts. Rendered when the text is written and kept beside it, so that reading costs nothing.
 * @throws RangeError where the text is longer than `MARKDOWN_LIMIT`; commands refuse it earlier by their own rule
 */
export function renderMarkdown(text: string): string {
  if (text.length > MARKDOWN_LIMIT) throw new RangeError(`A text has more than ${MARKDOWN_LIMIT} characters`);
  return markdown.render(text);
}
