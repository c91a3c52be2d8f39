import type { Block } from './document.js';
import { plainText } from './document.js';

/** The lines of a block that is running text, for formats without layout; tables, figures and page breaks have none. */
export function textLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
    case 'note':
      return [plainText(block.runs)];
    case 'list':
      return block.items.map((item, index) => `${block.ordered === true ? `${index + 1}.` : '•'} ${plainText(item)}`);
    case 'signature':
      return block.role === undefined ? [block.name] : [block.name, block.role];
    default:
      return [];
  }
}
