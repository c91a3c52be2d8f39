export { cleanLine, cleanText, code, orNull, text } from './base.js';
export { isValueErrorCode, type Language, LANGUAGES, LENGTHS, type Lengths, VALUE_ERRORS, type ValueErrorCode } from './codes.js';
export { parse, type Parsed, type ValueError } from './parse.js';
export { newPassword, normalisePassword } from './password.js';
export * as rules from './rules.js';
