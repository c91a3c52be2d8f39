/** The languages of the interface, in the order in which the switch offers them. */
export const languages = ['en', 'el', 'pl', 'ru'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name: a reader looks for their language, not for its name in another. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', el: 'Ελληνικά', pl: 'Polski', ru: 'Русский' };

/** Whether a word of the address is a language of ours. */
export function isLanguage(value: string | undefined): value is Language {
  return languages.some((language) => language === value);
}

const storageKey = 'stoa.language';

/** The language to show someone who asked for none: the last one chosen here, else the browser's, else English. */
export function preferredLanguage(): Language {
  const stored = readStored();
  if (stored) return stored;
  for (const tag of navigator.languages) {
    const base = tag.slice(0, 2).toLowerCase();
    if (isLanguage(base)) return base;
  }
  return 'en';
}

/** Keeps a chosen language for the next visit on this device. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that refuses storage still shows the language of the address.
  }
}

function readStored(): Language | null {
  try {
    const stored = localStorage.getItem(storageKey) ?? undefined;
    return isLanguage(stored) ? stored : null;
  } catch {
    return null;
  }
}
