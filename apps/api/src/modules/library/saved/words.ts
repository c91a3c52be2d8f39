import type { Messages } from '../../../platform/i18n/translate.js';

const en = {
  'feed.title': 'Library: {name}',
  'mail.subject': '{count, plural, one {New in the library for “{name}”} other {{count} new resources for “{name}”}}',
  'mail.greeting': 'Hello {name},',
  'mail.body': 'This is new in the library since the last letter.',
  'mail.more': 'There is more than this letter shows.',
  'mail.action': 'See all',
  'mail.footer': 'You get this letter because you saved this search.',
  'mail.stop': 'No more letters about this search',
};

/** Words of feeds of the library and of letters about saved searches. */
export const libraryWords: Messages<keyof typeof en> = {
  en,
  el: {
    'feed.title': 'Βιβλιοθήκη: {name}',
    'mail.subject': '{count, plural, one {Νέο στη βιβλιοθήκη για «{name}»} other {{count} νέα υλικά για «{name}»}}',
    'mail.greeting': 'Αγαπητή/έ {name},',
    'mail.body': 'Αυτά είναι τα νέα της βιβλιοθήκης από το τελευταίο μήνυμα.',
    'mail.more': 'Υπάρχουν περισσότερα από όσα δείχνει το μήνυμα.',
    'mail.action': 'Δείτε τα όλα',
    'mail.footer': 'Λαμβάνετε το μήνυμα επειδή αποθηκεύσατε αυτή την αναζήτηση.',
    'mail.stop': 'Διακοπή μηνυμάτων για αυτή την αναζήτηση',
  },
  pl: {
    'feed.title': 'Biblioteka: {name}',
    'mail.subject':
      '{count, plural, one {Nowość w bibliotece: „{name}”} few {{count} nowe materiały: „{name}”} many {{count} nowych materiałów: „{name}”} other {{count} nowych materiałów: „{name}”}}',
    'mail.greeting': 'Dzień dobry, {name},',
    'mail.body': 'Oto nowości w bibliotece od ostatniego listu.',
    'mail.more': 'Jest ich więcej, niż pokazuje ten list.',
    'mail.action': 'Zobacz wszystkie',
    'mail.footer': 'Ten list przychodzi, ponieważ to wyszukiwanie jest zapisane.',
    'mail.stop': 'Bez listów o tym wyszukiwaniu',
  },
  ru: {
    'feed.title': 'Библиотека: {name}',
    'mail.subject':
      '{count, plural, one {{count} новый материал: «{name}»} few {{count} новых материала: «{name}»} many {{count} новых материалов: «{name}»} other {{count} новых материала: «{name}»}}',
    'mail.greeting': 'Здравствуйте, {name}!',
    'mail.body': 'Вот что нового в библиотеке после прошлого письма.',
    'mail.more': 'Их больше, чем показано в письме.',
    'mail.action': 'Посмотреть все',
    'mail.footer': 'Вы получили это письмо, потому что сохранили этот поиск.',
    'mail.stop': 'Больше не присылать писем об этом поиске',
  },
};
