// Files made to do harm to whoever takes, reads or shows them. Plain JavaScript, since the tests and the rigs both send them.
import { crc32, deflateRawSync } from 'node:zlib';
import { FAST, HTML, LAUGHS, papers, PLAIN } from './hostile-papers.mjs';

export function archiveOf(entries) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, given] of Object.entries(entries)) {
    const [title, content] = [Buffer.from(name), Buffer.from(given)];
    const packed = deflateRawSync(content, content.length > 1e6 ? FAST : {});
    const [local, central] = [Buffer.alloc(30), Buffer.alloc(46)];
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(title.length, 26);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc32(content), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(content.length, 24);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE(at, 42);
    parts.push(local, title, packed);
    directory.push(central, title);
    at += local.length + title.length + packed.length;
  }
  const count = Object.keys(entries).length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES = `<Types><Override PartName="/word/document.xml" ContentType="${WORD}.main+xml"/></Types>`;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const body = (inner) => `<w:document ${W}><w:body>${inner}</w:body></w:document>`;
const docx = (xml, more = {}) => archiveOf({ '[Content_Types].xml': TYPES, 'word/document.xml': xml, ...more });
const words = (text) => body(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
const OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1/y"> %y;]>';
const repeated = (count, make) => Object.fromEntries(Array.from({ length: count }, (_, n) => make(n)));

const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypisom\x00\x00\x02\x00isomiso2'), Buffer.from(HTML)]);
const WEBM = Buffer.concat([Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'), Buffer.from(HTML)]);
const MP3 = Buffer.concat([
  Buffer.from('ID3\x03\x00\x00\x00\x00\x02\x01'),
  Buffer.alloc(257),
  Buffer.from([0xff, 0xfb, 0x90, 0x44]),
  Buffer.alloc(800),
]);
const WAV = Buffer.concat([Buffer.from('RIFF\xff\xff\xff\xffWAVEfmt \x10\x00\x00\x00', 'latin1'), Buffer.alloc(64)]);
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\n';

export function hostileDocuments() {
  const file = (what, name, content, text = null, refused = null) => ({ what, name, content: Buffer.from(content), text, refused });
  const locked = docx(words('secret'));
  for (let at = locked.indexOf('PK\x01\x02'); at >= 0; at = locked.indexOf('PK\x01\x02', at + 1)) locked.writeUInt16LE(1, at + 8);
  return [...documents(file, locked), ...papers(file), ...plain(file), ...recordings(file), ...names(file)];
}

const documents = (file, locked) => [
  file('a document that grows to 150 MB', 'bomb.docx', docx(Buffer.alloc(150_000_000, 0x20)), 'FAILED'),
  file('one whose styles do', 'styles.docx', docx(words('Words'), { 'word/styles.xml': Buffer.alloc(120_000_000, 0x20) }), 'TAKEN'),
  file(
    'a document of twenty-five thousand parts',
    'parts.docx',
    docx(
      words('a'),
      repeated(25_000, (n) => [`a${n}`, '']),
    ),
    'FAILED',
  ),
  file(
    'an archive in an archive in an archive',
    'nested.docx',
    docx(words('a'), { 'a.zip': archiveOf({ 'b.zip': archiveOf({ c: Buffer.alloc(9e6) }) }) }),
    'TAKEN',
  ),
  file('words that make others laugh a billion times', 'laughs.docx', docx(`${LAUGHS}${words('&l12; end')}`), 'TAKEN'),
  file('words from a file of the machine', 'passwd.docx', docx(`${OUTSIDE}${words('&x; end')}`), 'TAKEN'),
  file(
    'a part that climbs out',
    'climbs.docx',
    docx(words('a'), { '../../../../tmp/stoa-traversal.txt': 'out', '/etc/stoa-traversal.txt': 'out' }),
    'TAKEN',
  ),
  file(
    'a part that climbs as Windows does',
    'climbs-too.docx',
    docx(words('a'), { '..\\..\\stoa-traversal.txt': 'out', 'C:\\stoa-traversal.txt': 'out' }),
    'TAKEN',
  ),
  file('a locked document', 'locked.docx', locked, 'FAILED'),
  file(
    'half a document',
    'half.docx',
    docx(words('x'.repeat(5_000)), { 'word/media/a': Buffer.alloc(200_000, 1) }).subarray(0, 700),
    'FAILED',
  ),
  file('a document of open marks', 'open.docx', docx(`${'<w:p>'.repeat(2_000_000)}`), 'TAKEN'),
  file('a document of broken marks', 'broken.docx', docx('<'.repeat(8_000_000)), 'TAKEN'),
  file('a document of declarations', 'declared.docx', docx('<!DOCTYPE>'.repeat(1_000_000)), 'TAKEN'),
  file('a document of remarks', 'remarks.docx', docx('<!--'.repeat(2_000_000)), 'TAKEN'),
  file('a document that does not end', 'endless.docx', docx(words('слово '.repeat(3_000_000))), 'TAKEN'),
  file('signs that no database keeps', 'signs.docx', docx(words('a\0b&#0;&#xD800;&#x110000;&#99999999;\uFFFE\u202Ec')), 'TAKEN'),
  file(
    'a link that runs',
    'link.docx',
    docx(body('<w:p><w:hyperlink r:id="rId1"><w:r><w:t>click</w:t></w:r></w:hyperlink></w:p>'), {
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="rId1" Type="hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`,
    }),
    'TAKEN',
  ),
  file('marks in its words', 'marks.docx', docx(words('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;')), 'TAKEN'),
  file('a document with macros', 'macros.docx', docx(words('a'), { 'word/vbaProject.bin': 'Sub AutoOpen()' }), 'TAKEN'),
  file(
    'five thousand slides',
    'slides.pptx',
    archiveOf({ 'ppt/presentation.xml': '<a/>', ...repeated(5_000, (n) => [`ppt/slides/slide${n}.xml`, '<a:t>x</a:t>']) }),
    'TAKEN',
  ),
  file(
    'slides that grow together',
    'grows.pptx',
    archiveOf({ 'ppt/presentation.xml': '<a/>', ...repeated(20, (n) => [`ppt/slides/slide${n}.xml`, Buffer.alloc(9_000_000, 0x20)]) }),
    'FAILED',
  ),
  file(
    'an open document with macros',
    'macros.odt',
    archiveOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<text:p>a</text:p>',
      'Basic/script.xml': '<script/>',
    }),
    'TAKEN',
  ),
  file(
    'an open document that grows',
    'grows.odt',
    archiveOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': Buffer.alloc(120_000_000, 0x20) }),
    'FAILED',
  ),
];

const plain = (file) => [
  file('more words than are read', 'long.txt', Buffer.alloc(3_000_000, 'words '), 'SKIPPED'),
  file('words of one letter', 'a.txt', Buffer.alloc(1_900_000, 'a'), 'TAKEN'),
  file('a page as words', 'page.txt', HTML, 'TAKEN'),
  file('a page', 'page.html', HTML, 'TAKEN'),
  file(
    'a page of an older kind',
    'page.xhtml',
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>`,
    'TAKEN',
  ),
  file(
    'a drawing that runs a script',
    'logo.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>',
    'TAKEN',
  ),
  file('entities without an end', 'laughs.xml', `<?xml version="1.0"?>${LAUGHS}<a>&l12;</a>`, 'TAKEN'),
  file('a sheet that calculates', 'sheet.csv', '=cmd|calc!A0;@SUM(1)\n', 'TAKEN'),
  file('half a letter at the end', 'cut.txt', Buffer.from('Καλημέρα').subarray(0, 15), 'TAKEN'),
  file(
    'words in wide letters',
    'wide.txt',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Καλημέρα', 'utf16le'), Buffer.from([0, 0xd8])]),
    'ANY',
  ),
  file('a script', 'a.js', 'alert(1)', null, 'FILE_RUNS'),
  file('a program', 'setup.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), null, 'FILE_RUNS'),
  file('a program as a paper', 'setup.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), null, 'FILE_RUNS'),
  file('nothing', 'nothing.txt', '', null, 'EMPTY_FILE'),
];

const recordings = (file) => [
  file('a film that is a page, too', 'film.mp4', MP4),
  file('a page as a film', 'page.mp4', HTML, null, 'FILE_LIES'),
  file('a film of the web with a page in it', 'film.webm', WEBM),
  file('a song with a page in its words', 'song.mp3', Buffer.concat([MP3, Buffer.from(HTML)])),
  file('a recording longer than its file', 'long.wav', WAV),
  file('subtitles that run', 'a.vtt', `${VTT}<script>alert(1)</script><img src=x onerror=alert(1)>Hi\n`),
  file(
    'subtitles with a style of the outside',
    'b.vtt',
    `WEBVTT\n\nSTYLE\n::cue{background:url(http://127.0.0.1/)}\n\n${VTT.slice(8)}Hi\n`,
  ),
  file('subtitles of open marks', 'c.srt', `1\n00:00:01,000 --> 00:00:02,000\n${'<v.'.repeat(300_000)}\n${'{\\'.repeat(300_000)}\nHi\n`),
  file('subtitles of a hundred thousand lines', 'd.srt', '00:00:01,000 --> 00:00:02,000\nx\n\n'.repeat(100_000)),
  file('subtitles that are larger than any', 'e.srt', Buffer.alloc(4_500_000, 'x'), null, 'FILE_TOO_LARGE'),
  file('subtitles of nothing but notes', 'f.vtt', 'WEBVTT\n\nNOTE nothing here\n', null, 'SUBTITLES_BROKEN'),
  file('a paper as subtitles', 'g.vtt', PLAIN, null, 'FILE_LIES'),
];

const names = (file) =>
  [
    '../../../../stoa-traversal.pdf',
    '..\\..\\stoa-traversal.pdf',
    '/etc/stoa-traversal.pdf',
    'a\u0000b.pdf',
    'a\u202Efdp.exe.pdf',
    'CON.pdf',
    `${'ж'.repeat(150)}.pdf`,
    '"; filename="evil.html.pdf',
    'a\r\nset-cookie: a=b.pdf',
    '.htaccess.pdf',
    ' ',
  ].map((name) => file(`a paper named ${JSON.stringify(name.slice(0, 40))}`, name, PLAIN, 'TAKEN'));
