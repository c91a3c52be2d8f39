import { deflateRawSync, crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A file that somebody may send, with what should become of it. */
export interface SentFile {
  what: string;
  name: string;
  content: Buffer;
  /** The type that is found, or the code of the refusal. */
  becomes: string;
}

const GPS = {
  IFD0: { Make: 'Camera of Anna', Artist: 'Anna Kowalska', ImageDescription: 'At home' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 26/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '24/1 56/1 0/1' },
};

const solid = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 14, g: 90, b: 94, alpha: 1 } }, limitInputPixels: false });

/** A photograph that says where and by whom it was taken, held sideways. */
export function photograph(): Promise<Buffer> {
  return solid(600, 400).withExif(GPS).withMetadata({ orientation: 6 }).withExifMerge(GPS).jpeg().toBuffer();
}

/** A moving picture of three frames. */
async function animation(): Promise<Buffer> {
  const frames = await Promise.all(
    [1, 2, 3].map((at) =>
      solid(40, 30)
        .tint({ r: at * 80, g: 0, b: 0 })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
}

/** A picture of the given size in few bytes: all its points are alike. */
function paleBomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 3, 0, 0, 0, 0, 1])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An archive with one entry. @param claims the size that it says the entry has */
export function zipOf(name: string, content: Buffer, claims = content.length): Buffer {
  const packed = deflateRawSync(content);
  const [local, central, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
  const title = Buffer.from(name);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claims, 22);
  local.writeUInt16LE(title.length, 26);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claims, 24);
  central.writeUInt16LE(title.length, 28);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + title.length, 12);
  end.writeUInt32LE(30 + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, central, title, end]);
}

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
const SCRIPTED_PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(document.cookie\\))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
);
const EXE = Buffer.concat([
  Buffer.from('MZ'),
  Buffer.alloc(58),
  Buffer.from([0x80, 0, 0, 0]),
  Buffer.alloc(64),
  Buffer.from('PE\0\0'),
  Buffer.alloc(200),
]);
const ELF = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(56)]);
const HTML = Buffer.from('<!doctype html><script>alert(document.cookie)</script>');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>');
const TYPES = '[Content_Types].xml';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const typesOf = (more: string) =>
  Buffer.from(`<Types><Override PartName="/word/document.xml" ContentType="${WORD}.main+xml"/></Types>${more}`);

/** Files as they are sent by mistake and on purpose. */
export async function hostileFiles(): Promise<SentFile[]> {
  const [jpeg, gif] = await Promise.all([photograph(), animation()]);
  const png = await solid(300, 200, 4).png().toBuffer();
  const webp = await solid(300, 200).webp().toBuffer();
  const noisy = await sharp({
    create: { width: 300, height: 200, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .raw()
    .toBuffer();
  const grain = sharp(noisy, { raw: { width: 300, height: 200, channels: 3 } });
  const half = (content: Buffer) => content.subarray(0, Math.floor(content.length / 2));
  const tiff = await solid(50, 50).tiff().toBuffer();
  const avif = await solid(50, 50).avif({ effort: 0 }).toBuffer();
  const text = 'text/plain; charset=utf-8';
  const file = (what: string, name: string, content: Buffer, becomes: string): SentFile => ({ what, name, content, becomes });
  return [
    file('a photograph with its place', 'photo.jpg', jpeg, 'image/jpeg'),
    file('a picture with a clear ground', 'drawing.PNG', png, 'image/png'),
    file('a moving picture', 'waves.gif', gif, 'image/gif'),
    file('a picture of the web', 'card.webp', webp, 'image/webp'),
    file('a picture without an ending', 'scan', png, 'image/png'),
    file('half a photograph', 'photo.jpg', half(await grain.clone().jpeg().toBuffer()), 'PICTURE_BROKEN'),
    file('half a drawing', 'drawing.png', half(await grain.clone().png().toBuffer()), 'PICTURE_BROKEN'),
    file('half a moving picture', 'waves.gif', half(await grain.clone().gif().toBuffer()), 'PICTURE_BROKEN'),
    file('half a picture of the web', 'card.webp', half(await grain.clone().webp().toBuffer()), 'PICTURE_BROKEN'),
    file('a picture of nothing but its mark', 'a.jpg', Buffer.from('ffd8ffe0', 'hex'), 'PICTURE_BROKEN'),
    file('a picture larger than any memory', 'bomb.png', paleBomb(60_000, 60_000), 'PICTURE_TOO_LARGE'),
    file('a picture as long as a road', 'road.png', paleBomb(1, 2_000_000_000), 'PICTURE_BROKEN'),
    file('a drawing that runs a script', 'logo.svg', SVG, text),
    file('the same as a picture', 'logo.png', SVG, 'FILE_LIES'),
    file('the same with a head', 'logo.svg', Buffer.concat([Buffer.from('<?xml version="1.0"?>'), SVG]), text),
    file('a page as a photograph', 'cat.jpg', HTML, 'FILE_LIES'),
    file('a page', 'page.html', HTML, text),
    file('a photograph and a page in one', 'both.jpg', Buffer.concat([jpeg, HTML]), 'image/jpeg'),
    file('a moving picture and an archive in one', 'gifar.gif', Buffer.concat([gif, zipOf('a.class', EXE)]), 'image/gif'),
    file(
      'a drawing with a page in its words',
      'words.png',
      await sharp(png)
        .withExif({ IFD0: { ImageDescription: HTML.toString() } })
        .png()
        .toBuffer(),
      'image/png',
    ),
    file('a paper and an archive in one', 'paper.pdf', Buffer.concat([PDF, zipOf('a.exe', EXE)]), 'application/pdf'),
    file('a paper that runs a script', 'form.pdf', SCRIPTED_PDF, 'application/pdf'),
    file('a paper as a photograph', 'photo.jpeg', PDF, 'FILE_LIES'),
    file('a program', 'setup.exe', EXE, 'FILE_RUNS'),
    file('a program as a paper', 'report.pdf', EXE, 'FILE_RUNS'),
    file('a program without an ending', 'tool', ELF, 'FILE_RUNS'),
    file('a program with two endings', 'photo.jpg.scr', jpeg, 'FILE_RUNS'),
    file('words that a system runs', 'clean.bat', Buffer.from('del *.*'), 'FILE_RUNS'),
    file('a script with a harmless name', 'notes.txt', Buffer.from('#!/bin/sh\nrm -rf ~'), 'FILE_RUNS'),
    file('a shortcut', 'lesson.lnk', Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), 'FILE_RUNS'),
    file('an archive that is a thousand times larger inside', 'bomb.zip', zipOf('zeros', Buffer.alloc(50_000_000)), 'application/zip'),
    file('an archive that lies about its size', 'lies.zip', zipOf('a', Buffer.from('a'), 0xffffffff), 'application/zip'),
    file('a document whose first part is such a bomb', 'bomb.docx', zipOf(TYPES, Buffer.alloc(60_000_000, 0x20)), 'application/zip'),
    file('a document', 'plan.docx', zipOf(TYPES, typesOf('')), WORD),
    file('a document as a picture', 'plan.png', zipOf(TYPES, typesOf('')), 'FILE_LIES'),
    file('words', 'λέξεις.txt', Buffer.from('Καλημέρα, «дети»!'), text),
    file('a table', 'rows.csv', Buffer.from('name;=cmd|calc\n1;2'), text),
    file('words that are none', 'noise.txt', Buffer.from([0xc3, 0x28, 0, 1, 2, 3, 0xff]), 'FILE_LIES'),
    file('noise', 'noise.bin', Buffer.from([0xc3, 0x28, 0, 1, 2, 3, 0xfe]), 'application/octet-stream'),
    file('a picture of scanners', 'scan.tiff', tiff, 'PICTURE_KIND'),
    file('a picture of new phones', 'photo.avif', avif, 'PICTURE_KIND'),
  ];
}
