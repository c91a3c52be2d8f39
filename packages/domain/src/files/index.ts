export { FILE_KINDS, FILE_REFUSALS, type FileKind, fileKind, type FileRefusal, isShownInPlace, PICTURE_TYPES } from './kinds.js';
export { endingOf, safeFileName } from './names.js';
