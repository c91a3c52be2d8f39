import { useMemo } from 'react';
import { useLanguage } from '../../../app/i18n/use-language.js';

/** Names of languages in the language of the page, with a capital letter as labels have it. */
export function useLanguageName(): (lang: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'language' });
    return (lang) => {
      const name = names.of(lang) ?? lang;
      return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
    };
  }, [language]);
}
