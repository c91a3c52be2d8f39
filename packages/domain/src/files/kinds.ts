/** What a file is to its reader. */
export const FILE_KINDS = ['PICTURE', 'PDF', 'TEXT', 'SHEET', 'SLIDES', 'SOUND', 'FILM', 'ARCHIVE', 'OTHER'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Pictures that are shown: they were read and written anew. A drawing that can run scripts (SVG) is never one. */
export const PICTURE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

const BY_TYPE: readonly (readonly [RegExp, FileKind])[] = [
  [/^application\/pdf$/u, 'PDF'],
  [/spreadsheet|ms-excel|^text\/csv/u, 'SHEET'],
  [/presentation|ms-powerpoint/u, 'SLIDES'],
  [/wordprocessing|msword|opendocument\.text|^text\/|rtf$|epub/u, 'TEXT'],
  [/^audio\//u, 'SOUND'],
  [/^video\//u, 'FILM'],
  [/zip|compressed|x-tar|x-rar|gzip|x-xz|bzip/u, 'ARCHIVE'],
];

/** The kind of a file by the type that was found in its content. */
export function fileKind(type: string): FileKind {
  if (PICTURE_TYPES.includes(type)) return 'PICTURE';
  return BY_TYPE.find(([pattern]) => pattern.test(type))?.[1] ?? 'OTHER';
}

/** What a browser shows or plays in place and cannot be made to run anything: never a page, a drawing of vectors, or an office document. */
const SHOWN_TYPES: ReadonlySet<string> = new Set([
  ...PICTURE_TYPES,
  'application/pdf',
  'text/vtt',
  ...['mpeg', 'mp4', 'ogg', 'opus', 'wav', 'wave', 'aac', 'flac', 'x-flac', 'x-m4a', 'webm'].map((type) => `audio/${type}`),
  ...['mp4', 'webm', 'ogg', 'quicktime', 'x-m4v', 'matroska'].map((type) => `video/${type}`),
]);

/** Whether a file may be shown where it is, by the type that was found in its content. */
export function isShownInPlace(type: string): boolean {
  return SHOWN_TYPES.has(type.replace(/;.*$/su, '').trim());
}

/** Why a file is not taken; each has words in four languages. */
export const FILE_REFUSALS = [
  'EMPTY_FILE',
  'FILE_TOO_LARGE',
  'TOO_MANY_FILES',
  'FILE_RUNS',
  'FILE_LIES',
  'PICTURE_BROKEN',
  'PICTURE_TOO_LARGE',
  'PICTURE_KIND',
  'SUBTITLES_BROKEN',
  'STORAGE_FULL',
  'UPLOAD_GONE',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];
