import { useMemo } from 'react';
import { createFormats, type Formats } from './formats.js';
import { useLanguage } from './use-language.js';

/** Dates, numbers and lists in the language of the page, by `Intl` alone; a day is the reader's day. */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => createFormats(language), [language]);
}
