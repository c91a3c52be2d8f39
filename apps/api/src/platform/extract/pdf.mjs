// Words of PDF. The reader runs none of its scripts and draws nothing.
import { getDocumentProxy } from 'unpdf';
import { Unreadable } from './zip.mjs';

const MOST_PAGES = 5_000;

/** @param {Buffer} file @param {number} most letters */
export async function pdfText(file, most) {
  const document = await getDocumentProxy(new Uint8Array(file), {
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  }).catch(() => {
    throw new Unreadable();
  });
  let text = '';
  for (let no = 1; no <= Math.min(document.numPages, MOST_PAGES) && text.length < most; no += 1) {
    // A page that is broken does not keep the others from being read.
    const page = await document.getPage(no).catch(() => null);
    const content = await page?.getTextContent().catch(() => null);
    for (const item of content?.items ?? []) text += `${item.str ?? ''}${item.hasEOL ? '\n' : ''}`;
    text += '\n';
    page?.cleanup();
  }
  return text.slice(0, most);
}
