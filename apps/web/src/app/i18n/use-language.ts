import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { isLanguage, type Language } from './languages.js';

/** The language of the page. */
export function useLanguage(): Language {
  const { locale } = useIntl();
  return isLanguage(locale) ? locale : 'en';
}

/** Turns a path of a path builder (`/networks/x`) into an address in the reader's language (`/el/networks/x`). */
export function useHref(): (path: string) => string {
  const language = useLanguage();
  return useCallback((path: string) => localised(language, path), [language]);
}

/** `localised('el', '/networks')` is `/el/networks`; `/` is `/el`. */
export function localised(language: Language, path: string): string {
  return path === '/' ? `/${language}` : `/${language}${path}`;
}
