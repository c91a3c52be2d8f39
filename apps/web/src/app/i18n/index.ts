export { languageNames, languages, type Language } from './languages.js';
export { createFormats, useFormats, type Formats } from './use-formats.js';
export { localised, useHref, useLanguage } from './use-language.js';
