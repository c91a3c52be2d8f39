import type { Messages } from '../../../platform/i18n/translate.js';

/** Why the program holds a post, in the language of its network. */
export const spamMessages: Messages<'repeatedLinks' | 'classified'> = {
  en: {
    repeatedLinks: 'Held by Stoa until somebody has looked: new members posted the same link several times.',
    classified: 'Held by Stoa until somebody has looked: the text resembles spam.',
  },
  el: {
    repeatedLinks: 'Κρατήθηκε από το Stoa έως ότου ελεγχθεί: νέα μέλη δημοσίευσαν επανειλημμένα τον ίδιο σύνδεσμο.',
    classified: 'Κρατήθηκε από το Stoa έως ότου ελεγχθεί: το κείμενο μοιάζει με ανεπιθύμητο.',
  },
  pl: {
    repeatedLinks: 'Stoa wstrzymuje wpis do sprawdzenia: nowi członkowie zamieszczają wielokrotnie ten sam odnośnik.',
    classified: 'Stoa wstrzymuje wpis do sprawdzenia: tekst przypomina spam.',
  },
  ru: {
    repeatedLinks: 'Задержано до проверки: новые участники несколько раз разместили одну и ту же ссылку.',
    classified: 'Задержано до проверки: текст похож на спам.',
  },
};
