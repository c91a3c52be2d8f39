import type { Messages } from '../../../platform/i18n/translate.js';

type Key = 'subject' | 'greeting' | 'told' | 'open' | 'footer';

/** Words around a letter to all members of a network; the letter itself is in the language of who wrote it. */
export const letterMessages: Messages<Key> = {
  en: {
    subject: '{network}: {subject}',
    greeting: 'Hello {name},',
    told: '{sender} writes to all members of “{network}”:',
    open: 'Open the network',
    footer: 'You get this message because you are a member of the network “{network}” in Stoa.',
  },
  el: {
    subject: '{network}: {subject}',
    greeting: 'Γεια σας, {name},',
    told: 'Μήνυμα προς όλα τα μέλη του δικτύου «{network}» από: {sender}',
    open: 'Άνοιγμα του δικτύου',
    footer: 'Λαμβάνετε αυτό το μήνυμα επειδή είστε μέλος του δικτύου «{network}» στο Stoa.',
  },
  pl: {
    subject: '{network}: {subject}',
    greeting: 'Dzień dobry, {name},',
    told: '{sender} pisze do wszystkich członków sieci „{network}”:',
    open: 'Otwórz sieć',
    footer: 'Ta wiadomość przyszła, ponieważ należysz do sieci „{network}” w Stoa.',
  },
  ru: {
    subject: '{network}: {subject}',
    greeting: 'Здравствуйте, {name}!',
    told: '{sender} пишет всем участникам сети «{network}»:',
    open: 'Открыть сеть',
    footer: 'Вы получили это письмо, потому что вы участник сети «{network}» в Stoa.',
  },
};
