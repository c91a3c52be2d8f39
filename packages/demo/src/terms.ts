import type { Language } from '@stoa/domain';

/** The terms of the demo world, Markdown: short, and about a demo alone. */
export const demoTerms: Readonly<Record<Language, string>> = {
  en: 'This is a demo. People, schools and networks are made up.\n\n- Write nothing about real people.\n- Be kind to whoever looks at the demo after you.\n- What you change may be gone tomorrow.',
  el: 'Αυτή είναι μια επίδειξη. Τα πρόσωπα, τα σχολεία και τα δίκτυα είναι επινοημένα.\n\n- Μη γράφετε τίποτα για πραγματικά πρόσωπα.\n- Σεβαστείτε όσους δουν την επίδειξη μετά από εσάς.\n- Ό,τι αλλάξετε μπορεί αύριο να μην υπάρχει.',
  pl: 'To jest demonstracja. Osoby, szkoły i sieci są zmyślone.\n\n- Nie pisz niczego o prawdziwych osobach.\n- Szanuj tych, którzy obejrzą demonstrację po Tobie.\n- Zmiany mogą jutro zniknąć.',
  ru: 'Это демонстрация. Люди, школы и сети вымышлены.\n\n- Не пишите ничего о реальных людях.\n- Уважайте тех, кто увидит демонстрацию после вас.\n- То, что вы измените, завтра может исчезнуть.',
};
