import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, DocumentLanguage, Run } from './document.js';

const markdown = new MarkdownIt({ html: false, linkify: true });

/** Markdown as blocks of a document: paragraphs, lists, and headings as bold lines, since the document has its own outline. */
export function markdownBlocks(text: string, lang?: DocumentLanguage): Block[] {
  const blocks: Block[] = [];
  const tokens = markdown.parse(text, {});
  let list: { ordered: boolean; items: Run[][] } | null = null;
  let depth = 0;
  let heading = false;
  for (const token of tokens) {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      depth += 1;
      list ??= { ordered: token.type === 'ordered_list_open', items: [] };
    } else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') {
      depth -= 1;
      if (depth === 0 && list) {
        blocks.push({ kind: 'list', ordered: list.ordered, items: list.items, ...(lang ? { lang } : {}) });
        list = null;
      }
    } else if (token.type === 'heading_open') heading = true;
    else if (token.type === 'heading_close') heading = false;
    else if (token.type === 'inline') {
      const runs = runsOf(token.children ?? []).map((run) => (heading ? { ...run, bold: true } : run));
      if (list) list.items.push(runs);
      else blocks.push({ kind: 'paragraph', runs, ...(lang ? { lang } : {}) });
    } else if (token.type === 'fence' || token.type === 'code_block') {
      blocks.push({ kind: 'paragraph', runs: [{ text: token.content }], ...(lang ? { lang } : {}) });
    }
  }
  return blocks;
}

function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  const style: { bold?: true; italic?: true; href?: string } = {};
  for (const token of tokens) {
    if (token.type === 'strong_open') style.bold = true;
    else if (token.type === 'strong_close') delete style.bold;
    else if (token.type === 'em_open') style.italic = true;
    else if (token.type === 'em_close') delete style.italic;
    else if (token.type === 'link_open') style.href = String(token.attrGet('href') ?? '');
    else if (token.type === 'link_close') delete style.href;
    else if (token.type === 'softbreak') runs.push({ text: ' ', ...style });
    else if (token.type === 'hardbreak') runs.push({ text: '\n', ...style });
    else if (token.content) runs.push({ text: token.content, ...style });
  }
  return runs;
}
