import type { Messages } from '../../platform/i18n/translate.js';

export type AccountMessage =
  | 'greeting'
  | 'linkUntil'
  | 'ignore'
  | 'footer'
  | 'accountFooter'
  | 'signUp.subject'
  | 'signUp.text'
  | 'signUp.action'
  | 'known.subject'
  | 'known.text'
  | 'known.action'
  | 'invite.subject'
  | 'invite.by'
  | 'invite.from'
  | 'invite.text'
  | 'invite.action'
  | 'reset.subject'
  | 'reset.text'
  | 'reset.action'
  | 'changed.subject'
  | 'changed.text'
  | 'changed.action'
  | 'email.subject'
  | 'email.text'
  | 'email.action'
  | 'emailChanged.subject'
  | 'emailChanged.text'
  | 'emailChanged.action'
  | 'linked.subject'
  | 'linked.text'
  | 'unlinked.subject'
  | 'unlinked.text'
  | 'closed.subject'
  | 'closed.text';

/** What the mails about accounts say. `{until}` is an instant, shown in the installation's time zone. */
export const messages: Messages<AccountMessage> = {
  en: {
    greeting: 'Hello {name},',
    linkUntil: 'The link works once, until {until, date, day}, {until, time, clock}.',
    ignore: 'If this was not you, there is nothing to do: without the link nothing happens.',
    footer: 'You get this message because somebody entered your e-mail address in Stoa.',
    accountFooter: 'You get this message because you have an account in Stoa.',
    'signUp.subject': 'Confirm your e-mail address',
    'signUp.text':
      'You asked for an account in Stoa, the home of your support centre and its networks. Confirm that this address is yours and choose a password.',
    'signUp.action': 'Confirm and choose a password',
    'known.subject': 'You already have an account',
    'known.text':
      'Somebody asked for a new account with this address, but it has one already. Sign in, or choose a new password if you have forgotten yours.',
    'known.action': 'Sign in',
    'invite.subject': 'You are invited to Stoa',
    'invite.by': '{inviter} invites you to Stoa, the home of your support centre and its networks.',
    'invite.from': 'You are invited to Stoa, the home of your support centre and its networks.',
    'invite.text': 'Choose a password and you are in. Your name and language can be set on the same page.',
    'invite.action': 'Accept the invitation',
    'reset.subject': 'Choose a new password',
    'reset.text': 'You asked for a new password for Stoa. Choosing one signs you out everywhere else.',
    'reset.action': 'Choose a new password',
    'changed.subject': 'Your password was changed',
    'changed.text':
      'The password of your account was changed on {at, date, day}, {at, time, clock}. If this was not you, choose a new one now: it ends every session.',
    'changed.action': 'Choose a new password',
    'email.subject': 'Confirm your new e-mail address',
    'email.text': 'You asked to sign in to Stoa with this address. Confirm that it is yours; until then nothing changes.',
    'email.action': 'Use this address',
    'emailChanged.subject': 'Your e-mail address was changed',
    'emailChanged.text':
      'Your account in Stoa has another e-mail address now, and this one is no longer used. If this was not you, take it back: every session ends and you choose a new password.',
    'emailChanged.action': 'Take my address back',
    'linked.subject': '{provider} can sign you in now',
    'linked.text':
      'On {at, date, day}, {at, time, clock}, {provider} was added to your account as a way to sign in. If this was not you, choose a new password now and remove it in your preferences.',
    'unlinked.subject': '{provider} signs you in no more',
    'unlinked.text':
      'On {at, date, day}, {at, time, clock}, {provider} was removed from your account as a way to sign in. If this was not you, choose a new password now.',
    'closed.subject': 'Your account is closed',
    'closed.text':
      'Your account in Stoa was closed on {at, date, day}, {at, time, clock}. You are signed out everywhere; what you wrote stays. If you closed it yourself, a new password opens it again; if it was the administration, ask there.',
  },
  el: {
    greeting: 'Γεια σας, {name},',
    linkUntil: 'Ο σύνδεσμος λειτουργεί μία φορά, έως {until, date, day}, {until, time, clock}.',
    ignore: 'Αν δεν το ζητήσατε εσείς, δεν χρειάζεται να κάνετε κάτι: χωρίς τον σύνδεσμο δεν αλλάζει τίποτα.',
    footer: 'Λαμβάνετε αυτό το μήνυμα επειδή κάποιος έγραψε τη διεύθυνσή σας στο Stoa.',
    accountFooter: 'Λαμβάνετε αυτό το μήνυμα επειδή έχετε λογαριασμό στο Stoa.',
    'signUp.subject': 'Επιβεβαιώστε τη διεύθυνσή σας',
    'signUp.text':
      'Ζητήσατε λογαριασμό στο Stoa, τον χώρο του κέντρου υποστήριξης και των δικτύων του. Επιβεβαιώστε ότι η διεύθυνση είναι δική σας και επιλέξτε κωδικό.',
    'signUp.action': 'Επιβεβαίωση και επιλογή κωδικού',
    'known.subject': 'Έχετε ήδη λογαριασμό',
    'known.text':
      'Ζητήθηκε νέος λογαριασμός με αυτή τη διεύθυνση, αλλά υπάρχει ήδη ένας. Συνδεθείτε ή επιλέξτε νέο κωδικό, αν τον έχετε ξεχάσει.',
    'known.action': 'Σύνδεση',
    'invite.subject': 'Πρόσκληση στο Stoa',
    'invite.by': '{inviter} σας προσκαλεί στο Stoa, τον χώρο του κέντρου υποστήριξης και των δικτύων του.',
    'invite.from': 'Σας προσκαλούμε στο Stoa, τον χώρο του κέντρου υποστήριξης και των δικτύων του.',
    'invite.text': 'Επιλέξτε κωδικό και είστε μέσα. Το όνομα και τη γλώσσα σας τα ορίζετε στην ίδια σελίδα.',
    'invite.action': 'Αποδοχή της πρόσκλησης',
    'reset.subject': 'Επιλέξτε νέο κωδικό',
    'reset.text': 'Ζητήσατε νέο κωδικό για το Stoa. Μόλις τον επιλέξετε, αποσυνδέεστε από κάθε άλλη συσκευή.',
    'reset.action': 'Επιλογή νέου κωδικού',
    'changed.subject': 'Ο κωδικός σας άλλαξε',
    'changed.text':
      'Ο κωδικός του λογαριασμού σας άλλαξε στις {at, date, day}, {at, time, clock}. Αν δεν το κάνατε εσείς, επιλέξτε τώρα νέο κωδικό: έτσι τερματίζονται όλες οι συνδέσεις.',
    'changed.action': 'Επιλογή νέου κωδικού',
    'email.subject': 'Επιβεβαιώστε τη νέα σας διεύθυνση',
    'email.text': 'Ζητήσατε να συνδέεστε στο Stoa με αυτή τη διεύθυνση. Επιβεβαιώστε ότι είναι δική σας· ως τότε δεν αλλάζει τίποτα.',
    'email.action': 'Χρήση αυτής της διεύθυνσης',
    'emailChanged.subject': 'Η διεύθυνσή σας άλλαξε',
    'emailChanged.text':
      'Ο λογαριασμός σας στο Stoa έχει πλέον άλλη διεύθυνση e-mail και αυτή εδώ δεν χρησιμοποιείται. Αν δεν το κάνατε εσείς, πάρτε τη πίσω: τερματίζονται όλες οι συνδέσεις και επιλέγετε νέο κωδικό.',
    'emailChanged.action': 'Αναίρεση της αλλαγής',
    'linked.subject': 'Η υπηρεσία «{provider}» μπορεί πλέον να σας συνδέει',
    'linked.text':
      'Στις {at, date, day}, {at, time, clock}, προστέθηκε στον λογαριασμό σας η σύνδεση μέσω της υπηρεσίας «{provider}». Αν δεν το κάνατε εσείς, επιλέξτε τώρα νέο κωδικό και αφαιρέστε την στις προτιμήσεις σας.',
    'unlinked.subject': 'Η υπηρεσία «{provider}» δεν σας συνδέει πια',
    'unlinked.text':
      'Στις {at, date, day}, {at, time, clock}, αφαιρέθηκε από τον λογαριασμό σας η σύνδεση μέσω της υπηρεσίας «{provider}». Αν δεν το κάνατε εσείς, επιλέξτε τώρα νέο κωδικό.',
    'closed.subject': 'Ο λογαριασμός σας έκλεισε',
    'closed.text':
      'Ο λογαριασμός σας στο Stoa έκλεισε στις {at, date, day}, {at, time, clock}. Αποσυνδεθήκατε παντού· όσα γράψατε μένουν. Αν τον κλείσατε εσείς, ανοίγει ξανά με νέο κωδικό· αν τον έκλεισε η διαχείριση, απευθυνθείτε εκεί.',
  },
  pl: {
    greeting: 'Dzień dobry, {name},',
    linkUntil: 'Link działa jeden raz, do {until, date, day}, {until, time, clock}.',
    ignore: 'Jeśli to nie Ty, nic nie trzeba robić: bez użycia linku nic się nie zmieni.',
    footer: 'Ta wiadomość przyszła, ponieważ ktoś podał ten adres e-mail w Stoa.',
    accountFooter: 'Ta wiadomość przyszła, ponieważ masz konto w Stoa.',
    'signUp.subject': 'Potwierdź swój adres e-mail',
    'signUp.text':
      'Otrzymaliśmy prośbę o konto w Stoa, miejscu placówki wsparcia i jej sieci. Potwierdź, że to Twój adres, i wybierz hasło.',
    'signUp.action': 'Potwierdź i wybierz hasło',
    'known.subject': 'Masz już konto',
    'known.text':
      'Otrzymaliśmy prośbę o nowe konto dla tego adresu, ale takie konto już istnieje. Zaloguj się albo wybierz nowe hasło, jeśli nie pamiętasz obecnego.',
    'known.action': 'Zaloguj się',
    'invite.subject': 'Zaproszenie do Stoa',
    'invite.by': '{inviter} zaprasza do Stoa, miejsca placówki wsparcia i jej sieci.',
    'invite.from': 'Zapraszamy do Stoa, miejsca placówki wsparcia i jej sieci.',
    'invite.text': 'Wystarczy wybrać hasło. Imię i nazwisko oraz język ustawisz na tej samej stronie.',
    'invite.action': 'Przyjmij zaproszenie',
    'reset.subject': 'Wybierz nowe hasło',
    'reset.text': 'Otrzymaliśmy prośbę o nowe hasło do Stoa. Po jego wybraniu wylogujemy Cię na wszystkich innych urządzeniach.',
    'reset.action': 'Wybierz nowe hasło',
    'changed.subject': 'Hasło zostało zmienione',
    'changed.text':
      'Hasło do Twojego konta zmieniono {at, date, day}, {at, time, clock}. Jeśli to nie Ty, wybierz od razu nowe: zakończy to wszystkie sesje.',
    'changed.action': 'Wybierz nowe hasło',
    'email.subject': 'Potwierdź nowy adres e-mail',
    'email.text': 'Otrzymaliśmy prośbę o logowanie do Stoa tym adresem. Potwierdź, że to Twój adres; do tego czasu nic się nie zmieni.',
    'email.action': 'Użyj tego adresu',
    'emailChanged.subject': 'Adres e-mail został zmieniony',
    'emailChanged.text':
      'Twoje konto w Stoa ma teraz inny adres e-mail, a ten nie jest już używany. Jeśli to nie Ty, cofnij zmianę: zakończy to wszystkie sesje i pozwoli wybrać nowe hasło.',
    'emailChanged.action': 'Cofnij zmianę',
    'linked.subject': 'Logowanie przez {provider} zostało dodane',
    'linked.text':
      'Dnia {at, date, day}, {at, time, clock}, do Twojego konta dodano logowanie przez {provider}. Jeśli to nie Ty, wybierz od razu nowe hasło i usuń je w preferencjach.',
    'unlinked.subject': 'Logowanie przez {provider} zostało usunięte',
    'unlinked.text':
      'Dnia {at, date, day}, {at, time, clock}, z Twojego konta usunięto logowanie przez {provider}. Jeśli to nie Ty, wybierz od razu nowe hasło.',
    'closed.subject': 'Konto zostało zamknięte',
    'closed.text':
      'Twoje konto w Stoa zamknięto {at, date, day}, {at, time, clock}. Na wszystkich urządzeniach nastąpiło wylogowanie; Twoje wpisy pozostają. Jeśli zamknięto je na Twoje życzenie, otworzy je nowe hasło; jeśli zrobiła to administracja, zapytaj tam.',
  },
  ru: {
    greeting: 'Здравствуйте, {name}!',
    linkUntil: 'Ссылка действует один раз, до {until, date, day}, {until, time, clock}.',
    ignore: 'Если это были не вы, ничего делать не нужно: без перехода по ссылке ничего не изменится.',
    footer: 'Вы получили это письмо, потому что кто-то указал ваш адрес в Stoa.',
    accountFooter: 'Вы получили это письмо, потому что у вас есть учётная запись в Stoa.',
    'signUp.subject': 'Подтвердите адрес электронной почты',
    'signUp.text':
      'Поступил запрос на учётную запись в Stoa — пространстве центра поддержки и его сетей. Подтвердите, что адрес принадлежит вам, и выберите пароль.',
    'signUp.action': 'Подтвердить и выбрать пароль',
    'known.subject': 'У вас уже есть учётная запись',
    'known.text':
      'Поступил запрос на новую учётную запись с этим адресом, но она уже есть. Войдите или выберите новый пароль, если забыли прежний.',
    'known.action': 'Войти',
    'invite.subject': 'Приглашение в Stoa',
    'invite.by': '{inviter} приглашает вас в Stoa — пространство центра поддержки и его сетей.',
    'invite.from': 'Приглашаем вас в Stoa — пространство центра поддержки и его сетей.',
    'invite.text': 'Достаточно выбрать пароль. Имя и язык можно указать на той же странице.',
    'invite.action': 'Принять приглашение',
    'reset.subject': 'Выберите новый пароль',
    'reset.text': 'Поступил запрос на новый пароль для Stoa. Когда вы его выберете, все остальные сеансы завершатся.',
    'reset.action': 'Выбрать новый пароль',
    'changed.subject': 'Пароль изменён',
    'changed.text':
      'Пароль вашей учётной записи изменён {at, date, day}, {at, time, clock}. Если это были не вы, сразу выберите новый: все сеансы завершатся.',
    'changed.action': 'Выбрать новый пароль',
    'email.subject': 'Подтвердите новый адрес',
    'email.text': 'Поступил запрос входить в Stoa с этим адресом. Подтвердите, что он ваш; до этого ничего не изменится.',
    'email.action': 'Использовать этот адрес',
    'emailChanged.subject': 'Адрес электронной почты изменён',
    'emailChanged.text':
      'У вашей учётной записи в Stoa теперь другой адрес, а этот больше не используется. Если это были не вы, верните его: все сеансы завершатся, и вы выберете новый пароль.',
    'emailChanged.action': 'Отменить изменение',
    'linked.subject': 'Добавлен вход через {provider}',
    'linked.text':
      '{at, date, day}, {at, time, clock}, к вашей учётной записи добавлен вход через {provider}. Если это были не вы, сразу выберите новый пароль и уберите этот вход в настройках.',
    'unlinked.subject': 'Вход через {provider} убран',
    'unlinked.text':
      '{at, date, day}, {at, time, clock}, из вашей учётной записи убран вход через {provider}. Если это были не вы, сразу выберите новый пароль.',
    'closed.subject': 'Учётная запись закрыта',
    'closed.text':
      'Ваша учётная запись в Stoa закрыта {at, date, day}, {at, time, clock}. Все сеансы завершены, написанное вами остаётся. Если вы закрыли её сами, новый пароль откроет её снова; если её закрыла администрация, обратитесь туда.',
  },
};
