/** An element of XML: its name, attributes and what it holds; `undefined` and `null` are left out, as are attributes without a value. */
export type XmlNode =
  string | null | undefined | { name: string; attributes: Record<string, string | null | undefined>; children: readonly XmlNode[] };

/** What XML 1.0 cannot hold, not even escaped (section 2.2 of its recommendation): control characters, halves of pairs, and two that are no characters. */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text without what no document of XML can hold. */
export function xmlSafe(text: string): string {
  return text.replace(NO_XML, '');
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in an element or a quoted attribute. */
export function xmlText(text: string): string {
  return xmlSafe(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
}

/** An element with its children. */
export function el(name: string, ...children: readonly XmlNode[]): XmlNode {
  return { name, attributes: {}, children };
}

/** An element with attributes. */
export function elWith(name: string, attributes: Record<string, string | null | undefined>, ...children: readonly XmlNode[]): XmlNode {
  return { name, attributes, children };
}

/** Elements as text. */
export function xml(node: XmlNode): string {
  if (node === null || node === undefined) return '';
  if (typeof node === 'string') return xmlText(node);
  const attributes = Object.entries(node.attributes)
    .map(([key, value]) => (value === null || value === undefined ? '' : ` ${key}="${xmlText(value)}"`))
    .join('');
  const inner = node.children.map(xml).join('');
  return inner === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inner}</${node.name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
