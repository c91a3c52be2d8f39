export { isLanguage, languageNames, languages, type Language } from './languages.js';
export type { Formats } from './formats.js';
export { loadFeatureMessages } from './load-messages.js';
export { type Messages, MoreMessages } from './MoreMessages.js';
export { useFormats } from './use-formats.js';
export { localised, useHref, useLanguage } from './use-language.js';
