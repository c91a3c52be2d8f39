import type { Messages } from '../../platform/i18n/translate.js';

type Key = 'subject' | 'greeting' | 'told.QUESTION' | 'told.DISCUSSION' | 'open' | 'footer';

/** Words of the mail about the first reply to a thread. */
export const messages: Messages<Key> = {
  en: {
    subject: 'First reply to “{title}”',
    greeting: 'Hello {name},',
    'told.QUESTION': 'Your question “{title}” has its first reply. If it answers the question, accept it, so that others find it.',
    'told.DISCUSSION': 'The discussion “{title}”, which you began, has its first reply.',
    open: 'Read the reply',
    footer: 'You get this message because you began this discussion in Stoa. Further replies are not mailed.',
  },
  el: {
    subject: 'Πρώτη απάντηση στη συζήτηση «{title}»',
    greeting: 'Γεια σας, {name},',
    'told.QUESTION':
      'Το ερώτημά σας «{title}» έχει την πρώτη του απάντηση. Αν σας καλύπτει, σημειώστε τη ως αποδεκτή, ώστε να τη βρίσκουν και άλλοι.',
    'told.DISCUSSION': 'Η συζήτηση «{title}», που ξεκινήσατε, έχει την πρώτη της απάντηση.',
    open: 'Ανάγνωση της απάντησης',
    footer: 'Λαμβάνετε αυτό το μήνυμα επειδή ξεκινήσατε αυτή τη συζήτηση στο Stoa. Για τις επόμενες απαντήσεις δεν στέλνονται μηνύματα.',
  },
  pl: {
    subject: 'Pierwsza odpowiedź w dyskusji „{title}”',
    greeting: 'Dzień dobry, {name},',
    'told.QUESTION':
      'Na Twoje pytanie „{title}” jest pierwsza odpowiedź. Jeśli wystarcza, oznacz ją jako przyjętą, aby inni mogli ją znaleźć.',
    'told.DISCUSSION': 'W rozpoczętej przez Ciebie dyskusji „{title}” jest pierwsza odpowiedź.',
    open: 'Przeczytaj odpowiedź',
    footer: 'Ta wiadomość dotyczy dyskusji rozpoczętej przez Ciebie w Stoa. O kolejnych odpowiedziach nie wysyłamy wiadomości.',
  },
  ru: {
    subject: 'Первый ответ в обсуждении «{title}»',
    greeting: 'Здравствуйте, {name}!',
    'told.QUESTION': 'На ваш вопрос «{title}» пришёл первый ответ. Если он вам помог, отметьте его как принятый, чтобы его нашли и другие.',
    'told.DISCUSSION': 'В начатом вами обсуждении «{title}» появился первый ответ.',
    open: 'Прочитать ответ',
    footer: 'Вы получили это письмо, потому что начали это обсуждение в Stoa. О следующих ответах письма не приходят.',
  },
};
