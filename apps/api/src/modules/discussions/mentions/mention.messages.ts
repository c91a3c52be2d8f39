import type { Messages } from '../../../platform/i18n/translate.js';

type Key = 'subject' | 'greeting' | 'told' | 'open' | 'footer';

/** Words of the mail to somebody whom a post mentions. */
export const mentionMessages: Messages<Key> = {
  en: {
    subject: 'You are mentioned in “{title}”',
    greeting: 'Hello {name},',
    told: '{name} mentions you in the discussion “{title}”.',
    open: 'Read the post',
    footer: 'You get this message because a post in Stoa mentions you. You can switch such messages off in your preferences.',
  },
  el: {
    subject: 'Σας αναφέρουν στη συζήτηση «{title}»',
    greeting: 'Γεια σας, {name},',
    told: 'Σας αναφέρει στη συζήτηση «{title}»: {name}.',
    open: 'Ανάγνωση της ανάρτησης',
    footer: 'Λαμβάνετε αυτό το μήνυμα επειδή μια ανάρτηση στο Stoa σας αναφέρει. Μπορείτε να το απενεργοποιήσετε στις προτιμήσεις σας.',
  },
  pl: {
    subject: 'Wzmianka o Tobie w dyskusji „{title}”',
    greeting: 'Dzień dobry, {name},',
    told: 'W dyskusji „{title}” wspomina o Tobie {name}.',
    open: 'Przeczytaj wpis',
    footer: 'Ta wiadomość przyszła, ponieważ wpis w Stoa wspomina o Tobie. Takie wiadomości można wyłączyć w preferencjach.',
  },
  ru: {
    subject: 'Вас упоминают в обсуждении «{title}»',
    greeting: 'Здравствуйте, {name}!',
    told: 'В обсуждении «{title}» вас упоминает {name}.',
    open: 'Прочитать сообщение',
    footer: 'Вы получили это письмо, потому что в сообщении в Stoa вас упоминают. Такие письма можно отключить в настройках.',
  },
};
