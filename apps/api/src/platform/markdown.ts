import MarkdownIt from 'markdown-it';

/** The longest text, in characters, that is rendered; every field's own rule is far below it. */
export const MARKDOWN_LIMIT = 100_000;

/** Block quotes and lists nest so deep; what is deeper is left out, since nobody reads it and parsing it is slow. */
const NESTING = 20;

/** The page's title is `h1` and its parts are `h2`, so a text's own headings begin at `h3`. */
const HEADING_SHIFT = 2;

const LINK = /^(?:https?:\/\/|mailto:)[^\s]/iu;

/** So many inner links at most are made in one text; the rest stays words. */
const INNER_LINKS = 200;

/** A few characters that lead to a place within Stoa. */
interface InnerLink {
  /** How many characters of the text it is. */
  length: number;
  /** A path or fragment. */
  href: string;
  words: string;
}

/** Says whether a text has an inner link at a position, at which stands `@` or `#`. */
type FindInnerLink = (text: string, position: number) => InnerLink | null;

type Env = {
  find?: FindInnerLink;
  made: number;
};

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
  md.inline.ruler.push('inner_link', (state, silent) => {
    const env = state.env as Env;
    const sign = state.src[state.pos];
    if (!env.find || (sign !== '@' && sign !== '#') || state.linkLevel > 0 || env.made >= INNER_LINKS) return false;
    const link = env.find(state.src, state.pos);
    if (!link) return false;
    if (!silent) {
      env.made += 1;
      state.push('link_open', 'a', 1).attrs = [['href', link.href]];
      state.push('text', '', 0).content = link.words;
      state.push('link_close', 'a', -1);
    }
    state.pos += link.length;
    return true;
  });
  md.renderer.rules['link_open'] = (tokens, index, options, _env, renderer) => {
    if (LINK.test(String(tokens[index]?.attrGet('href')))) tokens[index]?.attrSet('rel', 'nofollow noopener ugc');
    return renderer.renderToken(tokens, index, options);
  };
  return md;
}

const markdown = safeMarkdown();

/**
 * The HTML of a text that a person wrote: paragraphs, emphasis, lists, quotes, code and links to http, https or mailto; never HTML of
 * the writer's own, images or scripts. Rendered when the text is written and kept beside it, so that reading costs nothing.
 * @param find makes links to places within Stoa; without it there are none
 * @throws RangeError where the text is longer than `MARKDOWN_LIMIT`; commands refuse it earlier by their own rule
 */
export function renderMarkdown(text: string, find?: FindInnerLink): string {
  if (text.length > MARKDOWN_LIMIT) throw new RangeError(`A text has more than ${MARKDOWN_LIMIT} characters`);
  const env: Env = { made: 0, ...(find && { find }) };
  return markdown.render(text, env);
}
