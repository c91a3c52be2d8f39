// Papers (PDF) made to do harm to whoever reads them, and what they share with other such files.
import { deflateSync } from 'node:zlib';

/** Bombs are made quickly. */
export const FAST = { level: 1 };
/** Entities that would make a billion words. */
export const LAUGHS = `<!DOCTYPE a [<!ENTITY l0 "lol">${Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]>`;
/** A page that would run where it is shown as one. */
export const HTML = '<!doctype html><script>alert(document.cookie)</script>';

/** PDF of these objects, numbered from 1, the first of which is its catalogue. */
function pdf(objects, trailer = '') {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const places = [];
  let at = parts[0].length;
  objects.forEach((object, n) => {
    const part = Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    places.push(at);
    parts.push(part);
    at += part.length;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Root 1 0 R/Size ${objects.length + 1}${trailer}>>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}
const stream = (content, dict = '') => {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`<</Length ${bytes.length}${dict}>>stream\n`), bytes, Buffer.from('\nendstream')]);
};
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
/** A page of a content, with what may stand beside its font. */
const page = (content, { catalog = '', more = [], resources = '' } = {}) =>
  pdf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>>>`,
    content,
    FONT,
    ...more,
  ]);
const TEXT = 'BT /F1 12 Tf 20 100 Td (Words of a page) Tj ET';
/** Forms that draw the next one ten times each: a tenth has ten thousand million pages of text. */
const forms = () =>
  Array.from({ length: 10 }, (_, n) =>
    stream(
      n === 9 ? TEXT : '/X Do '.repeat(10),
      `/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</Font<</F1 5 0 R>>/XObject<</X ${n === 9 ? 6 : n + 7} 0 R>>>>`,
    ),
  );

/** A harmless paper. */
export const PLAIN = page(stream(TEXT));

/** @param file makes an entry of the list */
export const papers = (file) => [
  file(
    'a page that runs a script',
    'runs.pdf',
    page(stream(TEXT), { catalog: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }),
    'TAKEN',
  ),
  file('a paper that starts a program', 'starts.pdf', page(stream(TEXT), { catalog: '/OpenAction<</S/Launch/F(/bin/sh)>>' }), 'TAKEN'),
  file(
    'a paper that sends what is filled in',
    'sends.pdf',
    page(stream(TEXT), { catalog: '/OpenAction<</S/SubmitForm/F(http://127.0.0.1/)>>' }),
    'TAKEN',
  ),
  file('a paper that holds a program', 'holds.pdf', page(stream(TEXT), { more: [stream('MZ', '/Type/EmbeddedFile')] }), 'TAKEN'),
  file(
    'a paper with a form of its own language',
    'xfa.pdf',
    page(stream(TEXT), { catalog: '/AcroForm<</XFA 6 0 R>>', more: [stream(`${LAUGHS}<xdp>&l12;</xdp>`)] }),
    'TAKEN',
  ),
  file(
    'a page that grows to half a gigabyte',
    'grows.pdf',
    page(stream(deflateSync(Buffer.alloc(500_000_000, 0x20), FAST), '/Filter/FlateDecode')),
    'ANY',
  ),
  file(
    'forms within forms ten times each',
    'forms.pdf',
    page(stream('/X Do'), { resources: '/XObject<</X 6 0 R>>', more: forms() }),
    'ANY',
  ),
  file(
    'a form that draws itself',
    'itself.pdf',
    page(stream('/X Do'), {
      resources: '/XObject<</X 6 0 R>>',
      more: [stream('/X Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>')],
    }),
    'ANY',
  ),
  file(
    'pages that hold each other',
    'circle.pdf',
    pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 9>>', '<</Type/Pages/Kids[2 0 R]/Count 9/Parent 2 0 R>>']),
    'ANY',
  ),
  file('a hundred million pages', 'count.pdf', pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 100000000>>']), 'ANY'),
  file('a list as deep as the sea', 'deep.pdf', page(stream(`${'['.repeat(2_000_000)} TJ`)), 'ANY'),
  file('a table that leads back', 'prev.pdf', pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'], '/Prev 9'), 'ANY'),
  file('half a paper', 'half.pdf', PLAIN.subarray(0, 300), 'ANY'),
  file('a mark and noise', 'noise.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(500_000, 0xa5)]), 'FAILED'),
  file('a paper that is a page, too', 'page.pdf', Buffer.concat([PLAIN, Buffer.from(HTML)]), 'TAKEN'),
  file(
    'a locked paper',
    'locked.pdf',
    pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'], '/Encrypt<</Filter/Standard/V 5/R 6/O(a)/U(b)/P -1>>'),
    'ANY',
  ),
];
