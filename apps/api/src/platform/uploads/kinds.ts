import { TextDecoder } from 'node:util';
import { endingOf, PICTURE_TYPES } from '@stoa/domain';
import { fileTypeFromBuffer } from 'file-type';
import { UploadRefused } from './upload-refused.js';

/** So much of a file's beginning says what it is: enough for the parts of an office document that name it. */
export const HEAD_BYTES = 256 * 1024;

const TEXT = 'text/plain; charset=utf-8';
const UNKNOWN = 'application/octet-stream';
const ZIP = 'application/zip';
const OLD_OFFICE = 'application/x-cfb';

/** What a system runs when it is opened. */
const PROGRAMS =
  /^application\/(?:x-msdownload|x-elf|x-mach-binary|x-unix-archive|java-vm|java-archive|wasm|x\.ms\.shortcut|x-ms-shortcut|x-rpm|x-deb|vnd\.android\.package-archive|vnd\.microsoft\.portable-executable|x-nintendo-nes-rom|x-apple-diskimage)$/u;
/** Endings by which a system runs what has no mark of its own, so no content gives it away. */
const RUNNABLE = new Set(
  'exe com scr pif bat cmd vbs vbe js jse mjs wsf wsh hta msi msp mst ps1 psm1 reg lnk cpl dll sys jar app apk deb rpm dmg pkg sh command desktop scf inf chm msc gadget iqy slk xll appref-ms application url website library-ms settingcontent-ms'.split(
    ' ',
  ),
);

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const ODF = 'application/vnd.oasis.opendocument.';
/** What a file that is called so may be. Endings that are not here promise nothing. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  png: ['image/png', 'image/apng'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  pdf: ['application/pdf'],
  docx: [`${OOXML}wordprocessingml.document`, ZIP],
  xlsx: [`${OOXML}spreadsheetml.sheet`, ZIP],
  pptx: [`${OOXML}presentationml.presentation`, ZIP],
  odt: [`${ODF}text`, ZIP],
  ods: [`${ODF}spreadsheet`, ZIP],
  odp: [`${ODF}presentation`, ZIP],
  doc: [OLD_OFFICE, 'application/rtf'],
  xls: [OLD_OFFICE],
  ppt: [OLD_OFFICE],
  zip: [ZIP],
  mp3: ['audio/mpeg'],
  mp4: ['video/mp4'],
  txt: [TEXT],
  csv: [TEXT],
  md: [TEXT],
};

/**
 * What a file is, from its content alone; a name can only refuse. A picture is one that is read and written anew; anything else is kept as it
 * came and only ever given as a download.
 * @param head the first `HEAD_BYTES` of the content, or all of it
 * @throws UploadRefused for what a system would run, for a name that promises something else, and for pictures that nobody here can look through
 */
export async function kindOf(name: string, head: Uint8Array): Promise<string> {
  const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime ?? (isText(head) ? TEXT : UNKNOWN);
  const ending = endingOf(name);
  if (PROGRAMS.test(found) || RUNNABLE.has(ending) || isScript(head)) throw new UploadRefused('FILE_RUNS');
  // Words may be marked up, but are words still, whatever their mark says they are.
  const type = found === 'application/xml' || found.startsWith('text/') ? TEXT : found === 'image/apng' ? 'image/png' : found;
  const promised = PROMISED[ending];
  if (promised && !promised.includes(type)) {
    // The mark of wide letters is that of some recordings, too.
    if (isWordsOf(ending) && isText(head)) return TEXT;
    throw new UploadRefused('FILE_LIES');
  }
  if (type.startsWith('image/') && !PICTURE_TYPES.includes(type)) throw new UploadRefused('PICTURE_KIND');
  return type;
}

function isWordsOf(ending: string): boolean {
  return PROMISED[ending]?.[0] === TEXT;
}

/** `#!` makes a text a program wherever its system says so. */
function isScript(head: Uint8Array): boolean {
  return head[0] === 0x23 && head[1] === 0x21;
}

/** Whether it reads as UTF-8 or UTF-16 without control characters; a letter may be cut at the end. */
function isText(head: Uint8Array): boolean {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  try {
    const text = new TextDecoder(isWide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(head, {
      stream: true,
    });
    for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at))) return false;
    return true;
  } catch {
    return false;
  }
}

/** Whether a sign is none that texts have: all below the space but tabs, ends of lines and pages, and the escape of terminals. */
function isControl(code: number): boolean {
  return code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b;
}
