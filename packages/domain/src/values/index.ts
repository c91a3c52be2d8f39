export { cleanLine, cleanText, code, orNull, text } from './base.js';
export { isValueErrorCode, LENGTHS, type Lengths, VALUE_ERRORS, type ValueErrorCode } from './codes.js';
export { type Parsed, parse, type ValueError } from './parse.js';
export { newPassword, normalisePassword } from './password.js';
export * as rules from './rules.js';
export { type Language, LANGUAGES } from './rules.js';
