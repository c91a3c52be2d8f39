import { LANGUAGES, orNull, parse, rules, type Contacts, type Language } from '@stoa/domain';
import { byRule, type ImportColumn, type Parsed } from '../../platform/csv/index.js';

/** Words for languages in registers. */
const LANGUAGE_WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: ['eng', 'english'],
  el: ['gr', 'ell', 'gre', 'ελληνικά'],
  pl: ['pol', 'polski'],
  ru: ['rus', 'русский'],
};

/** The language of a row's name; `lang` where the file has no column for it. */
export function languageColumn(lang: Language | null): ImportColumn<Language> {
  const language = byRule(rules.language);
  return {
    labels: ['language', 'γλώσσα', 'język', 'язык'],
    required: lang === null,
    values: LANGUAGE_WORDS,
    parse: (text) => language(text === '' && lang ? lang : text),
  };
}

/** Several texts in one cell, with semicolons, bars or line breaks between them; null for an empty cell. */
export function listColumn<V>(labels: readonly string[], one: (text: string) => Parsed<V>): ImportColumn<V[] | null> {
  return {
    labels,
    required: false,
    parse(text) {
      if (text === '') return { value: null };
      const values: V[] = [];
      for (const part of text
        .split(/[;|\n]+/u)
        .map((each) => each.trim())
        .filter((each) => each !== '')) {
        const parsed = one(part);
        if ('code' in parsed) return parsed;
        values.push(parsed.value);
      }
      return { value: values };
    },
  };
}

/** Languages that people are helped in. */
export const languagesColumn: ImportColumn<Language[] | null> = listColumn<Language>(
  ['languages', 'γλώσσες', 'języki', 'языки'],
  (text) => {
    const parsed = parse(rules.language, text.toLowerCase());
    return parsed.ok && LANGUAGES.includes(parsed.value) ? { value: parsed.value } : { code: 'INVALID_LANGUAGE' };
  },
);

/** Contacts in columns of their own. */
export const contactColumns = {
  email: {
    labels: ['e-mail', 'mail', 'ηλεκτρονική διεύθυνση', 'adres e-mail', 'poczta elektroniczna', 'электронная почта', 'эл. почта'],
    required: false,
    parse: byRule(orNull(rules.email)),
  },
  phone: {
    labels: ['telephone', 'tel', 'τηλέφωνο', 'telefon', 'nr telefonu', 'телефон'],
    required: false,
    parse: byRule(orNull(rules.phone)),
  },
  website: {
    labels: ['web', 'www', 'url', 'ιστοσελίδα', 'ιστότοπος', 'strona www', 'strona internetowa', 'сайт'],
    required: false,
    parse: byRule(orNull(rules.url)),
  },
} satisfies Record<string, ImportColumn<string | null>>;

/** What a row gives of contacts over what is known: an empty cell leaves what was there. */
export function mergedContacts(
  known: Partial<Contacts>,
  row: { email: string | null; phone: string | null; website: string | null },
): Partial<Contacts> {
  const given = Object.entries({ email: row.email, phone: row.phone, website: row.website }).filter(([, value]) => value !== null);
  return { ...known, ...Object.fromEntries(given) };
}

/** Whether two values of a row are the same, whatever the order of keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(
          Object.entries(each)
            .filter(([, inner]) => inner !== null && inner !== undefined)
            .sort(([x], [y]) => (x < y ? -1 : 1)),
        )
      : each,
  );
}
