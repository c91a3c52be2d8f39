export { foldText } from './fold.js';
export { isSafeText, type TextSafety } from './safe-text.js';
export { hasInvisible, lookOf, looksLike, mixesScripts } from './look-alike.js';
export { matchesTokens, SEARCH_TOKENS_MAX, SEARCH_WORD_MAX, searchFold, searchText, wordStem } from './search.js';
export { SLUG_MAX, slugify, transliterate } from './transliterate.js';
export { wrongLayout } from './wrong-layout.js';
