import type { Messages } from '../../../platform/i18n/translate.js';

const en = {
  greeting: 'Hello {name},',
  subject: 'Your two accounts in Stoa are one now',
  'keep.text':
    'You had two accounts. An administrator made one of them on {at, date, day}: everything of the other is now in the account of this address.',
  'keep.signIn': 'You sign in as before. The other address, its password and its second step sign in no more.',
  'away.text':
    'You had two accounts. An administrator made one of them on {at, date, day}: everything of the account of this address is now in your other account.',
  'away.signIn': 'Please sign in with the address of your other account. This one, its password and its second step sign in no more.',
  notYou: 'If you did not have two accounts, please tell your administrators at once: a merging cannot be undone by itself.',
  action: 'Sign in',
  footer: 'You get this message because an account of yours in Stoa was merged.',
} as const;

export type MergingMessage = keyof typeof en;
type Words = Record<MergingMessage, string>;

const el: Words = {
  greeting: 'Γεια σας {name},',
  subject: 'Οι δύο λογαριασμοί σας στο Stoa έγιναν ένας',
  'keep.text':
    'Είχατε δύο λογαριασμούς. Στις {at, date, day} η διαχείριση τους έκανε έναν: όλα όσα ανήκαν στον άλλο βρίσκονται τώρα στον λογαριασμό αυτής της διεύθυνσης.',
  'keep.signIn': 'Συνδέεστε όπως πριν. Η άλλη διεύθυνση, ο κωδικός της και το δεύτερο βήμα της δεν συνδέουν πια.',
  'away.text':
    'Είχατε δύο λογαριασμούς. Στις {at, date, day} η διαχείριση τους έκανε έναν: όλα όσα ανήκαν στον λογαριασμό αυτής της διεύθυνσης βρίσκονται τώρα στον άλλο λογαριασμό σας.',
  'away.signIn': 'Συνδεθείτε με τη διεύθυνση του άλλου λογαριασμού σας. Αυτή εδώ, ο κωδικός της και το δεύτερο βήμα της δεν συνδέουν πια.',
  notYou: 'Αν δεν είχατε δύο λογαριασμούς, ενημερώστε αμέσως τη διαχείριση: η συγχώνευση δεν αναιρείται από μόνη της.',
  action: 'Σύνδεση',
  footer: 'Λαμβάνετε αυτό το μήνυμα επειδή συγχωνεύτηκε λογαριασμός σας στο Stoa.',
};

const pl: Words = {
  greeting: 'Dzień dobry, {name},',
  subject: 'Twoje dwa konta w Stoa są teraz jednym',
  'keep.text':
    'Były dwa Twoje konta. {at, date, day} administracja połączyła je w jedno: wszystko z drugiego konta jest teraz na koncie tego adresu.',
  'keep.signIn': 'Logujesz się tak jak dotąd. Drugi adres, jego hasło i drugi krok już nie logują.',
  'away.text':
    'Były dwa Twoje konta. {at, date, day} administracja połączyła je w jedno: wszystko z konta tego adresu jest teraz na Twoim drugim koncie.',
  'away.signIn': 'Zaloguj się adresem drugiego konta. Ten adres, jego hasło i drugi krok już nie logują.',
  notYou: 'Jeśli nie były to dwa Twoje konta, od razu powiadom administrację: scalenia nie da się po prostu cofnąć.',
  action: 'Zaloguj się',
  footer: 'Ta wiadomość przyszła, ponieważ scalono Twoje konto w Stoa.',
};

const ru: Words = {
  greeting: 'Здравствуйте, {name}!',
  subject: 'Две ваши учётные записи в Stoa теперь одна',
  'keep.text':
    'У вас было две учётные записи. {at, date, day} администраторы сделали из них одну: всё из второй теперь в учётной записи этого адреса.',
  'keep.signIn': 'Вы входите как прежде. Второй адрес, его пароль и второй шаг для входа больше не действуют.',
  'away.text':
    'У вас было две учётные записи. {at, date, day} администраторы сделали из них одну: всё из учётной записи этого адреса теперь во второй вашей учётной записи.',
  'away.signIn': 'Входите по адресу второй учётной записи. Этот адрес, его пароль и второй шаг для входа больше не действуют.',
  notYou: 'Если двух учётных записей у вас не было, сразу сообщите администраторам: объединение само не отменяется.',
  action: 'Войти',
  footer: 'Вы получили это письмо, потому что вашу учётную запись в Stoa объединили с другой.',
};

/** What both addresses are told of a merge. */
export const mergingWords: Messages<MergingMessage> = { en, el, pl, ru };
