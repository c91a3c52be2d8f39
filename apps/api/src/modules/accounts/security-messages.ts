import type { Messages } from '../../platform/i18n/translate.js';
import type { SecurityEvent } from './security-events.js';

export type SecurityMessage =
  `${SecurityEvent}.${'subject' | 'text'}` | 'NEW_BROWSER.subject' | 'NEW_BROWSER.text' | 'notYou' | 'action' | 'unknownBrowser';

/** What the mails say of changes to how somebody signs in. `{at}` is an instant, `{browser}` what the browser calls itself. */
export const securityMessages: Messages<SecurityMessage> = {
  en: {
    'CODE_APP_ON.subject': 'Codes of an app now protect your account',
    'CODE_APP_ON.text':
      'Since {at, date, day}, {at, time, clock} signing in asks for a code of your app after the password. Other devices are signed out.',
    'CODE_APP_OFF.subject': 'Codes of an app are turned off',
    'CODE_APP_OFF.text': 'Since {at, date, day}, {at, time, clock} signing in no longer asks for a code of your app.',
    'PASSKEY_ADDED.subject': 'A passkey was added to your account',
    'PASSKEY_ADDED.text': 'On {at, date, day}, {at, time, clock} a passkey was added: it signs in to your account without a password.',
    'PASSKEY_REMOVED.subject': 'A passkey was removed from your account',
    'PASSKEY_REMOVED.text': 'On {at, date, day}, {at, time, clock} a passkey was removed: it no longer signs in.',
    'RECOVERY_CODES_RENEWED.subject': 'You have new recovery codes',
    'RECOVERY_CODES_RENEWED.text': 'On {at, date, day}, {at, time, clock} new recovery codes were made. Those before no longer work.',
    'RECOVERY_CODE_USED.subject': 'A recovery code was used',
    'RECOVERY_CODE_USED.text': 'On {at, date, day}, {at, time, clock} somebody used one of your recovery codes. Each works once.',
    'FACTORS_RESET.subject': 'The second step of signing in was removed',
    'FACTORS_RESET.text':
      'On {at, date, day}, {at, time, clock} an administrator removed codes, passkeys and recovery codes from your account, and signed you out everywhere.',
    'NEW_BROWSER.subject': 'Somebody signed in from a new browser',
    'NEW_BROWSER.text':
      'On {at, date, day}, {at, time, clock} your account was signed in to from a browser that had not been used before: {browser}.',
    notYou: 'If this was not you, choose a new password now, which signs out every device, and write to your administrator.',
    action: 'See how I sign in',
    unknownBrowser: 'it did not say which',
  },
  el: {
    'CODE_APP_ON.subject': 'Ο λογαριασμός σας προστατεύεται με κωδικούς εφαρμογής',
    'CODE_APP_ON.text':
      'Από {at, date, day}, {at, time, clock} η σύνδεση ζητά, μετά τον κωδικό πρόσβασης, έναν κωδικό από την εφαρμογή σας. Οι άλλες συσκευές αποσυνδέθηκαν.',
    'CODE_APP_OFF.subject': 'Οι κωδικοί εφαρμογής απενεργοποιήθηκαν',
    'CODE_APP_OFF.text': 'Από {at, date, day}, {at, time, clock} η σύνδεση δεν ζητά πια κωδικό από την εφαρμογή σας.',
    'PASSKEY_ADDED.subject': 'Προστέθηκε κλειδί πρόσβασης στον λογαριασμό σας',
    'PASSKEY_ADDED.text': 'Στις {at, date, day}, {at, time, clock} προστέθηκε κλειδί πρόσβασης: με αυτό γίνεται σύνδεση χωρίς κωδικό.',
    'PASSKEY_REMOVED.subject': 'Αφαιρέθηκε κλειδί πρόσβασης από τον λογαριασμό σας',
    'PASSKEY_REMOVED.text': 'Στις {at, date, day}, {at, time, clock} αφαιρέθηκε κλειδί πρόσβασης: δεν ανοίγει πια τον λογαριασμό σας.',
    'RECOVERY_CODES_RENEWED.subject': 'Έχετε νέους κωδικούς ανάκτησης',
    'RECOVERY_CODES_RENEWED.text':
      'Στις {at, date, day}, {at, time, clock} δημιουργήθηκαν νέοι κωδικοί ανάκτησης. Οι προηγούμενοι δεν ισχύουν πια.',
    'RECOVERY_CODE_USED.subject': 'Χρησιμοποιήθηκε κωδικός ανάκτησης',
    'RECOVERY_CODE_USED.text':
      'Στις {at, date, day}, {at, time, clock} χρησιμοποιήθηκε ένας από τους κωδικούς ανάκτησής σας. Καθένας ισχύει μία φορά.',
    'FACTORS_RESET.subject': 'Αφαιρέθηκε το δεύτερο βήμα της σύνδεσης',
    'FACTORS_RESET.text':
      'Στις {at, date, day}, {at, time, clock} διαχειριστής αφαίρεσε κωδικούς, κλειδιά πρόσβασης και κωδικούς ανάκτησης από τον λογαριασμό σας και σας αποσύνδεσε παντού.',
    'NEW_BROWSER.subject': 'Σύνδεση από νέο πρόγραμμα περιήγησης',
    'NEW_BROWSER.text':
      'Στις {at, date, day}, {at, time, clock} έγινε σύνδεση στον λογαριασμό σας από πρόγραμμα περιήγησης που δεν είχε χρησιμοποιηθεί ξανά: {browser}.',
    notYou: 'Αν δεν ήσασταν εσείς, επιλέξτε τώρα νέο κωδικό πρόσβασης, που αποσυνδέει κάθε συσκευή, και γράψτε στη διαχείριση.',
    action: 'Δείτε πώς συνδέεστε',
    unknownBrowser: 'δεν δήλωσε ποιο',
  },
  pl: {
    'CODE_APP_ON.subject': 'Kody z aplikacji chronią teraz Twoje konto',
    'CODE_APP_ON.text':
      'Od {at, date, day}, {at, time, clock} przy logowaniu po haśle potrzebny jest kod z Twojej aplikacji. Inne urządzenia zostały wylogowane.',
    'CODE_APP_OFF.subject': 'Kody z aplikacji są wyłączone',
    'CODE_APP_OFF.text': 'Od {at, date, day}, {at, time, clock} przy logowaniu nie trzeba już podawać kodu z aplikacji.',
    'PASSKEY_ADDED.subject': 'Do Twojego konta dodano klucz dostępu',
    'PASSKEY_ADDED.text': '{at, date, day}, {at, time, clock} dodano klucz dostępu: pozwala zalogować się na Twoje konto bez hasła.',
    'PASSKEY_REMOVED.subject': 'Z Twojego konta usunięto klucz dostępu',
    'PASSKEY_REMOVED.text': '{at, date, day}, {at, time, clock} usunięto klucz dostępu: nie otwiera już Twojego konta.',
    'RECOVERY_CODES_RENEWED.subject': 'Masz nowe kody odzyskiwania',
    'RECOVERY_CODES_RENEWED.text': '{at, date, day}, {at, time, clock} utworzono nowe kody odzyskiwania. Poprzednie już nie działają.',
    'RECOVERY_CODE_USED.subject': 'Użyto kodu odzyskiwania',
    'RECOVERY_CODE_USED.text': '{at, date, day}, {at, time, clock} użyto jednego z Twoich kodów odzyskiwania. Każdy działa jeden raz.',
    'FACTORS_RESET.subject': 'Usunięto drugi krok logowania',
    'FACTORS_RESET.text':
      '{at, date, day}, {at, time, clock} administracja usunęła z Twojego konta kody, klucze dostępu i kody odzyskiwania oraz zakończyła wszystkie sesje.',
    'NEW_BROWSER.subject': 'Logowanie z nowej przeglądarki',
    'NEW_BROWSER.text': '{at, date, day}, {at, time, clock} na Twoje konto zalogowano się z nieużywanej dotąd przeglądarki: {browser}.',
    notYou: 'Jeśli to nie Ty, wybierz od razu nowe hasło: zakończy to wszystkie sesje. Napisz też do administracji.',
    action: 'Zobacz, jak się logujesz',
    unknownBrowser: 'nie podała nazwy',
  },
  ru: {
    'CODE_APP_ON.subject': 'Коды из приложения защищают вашу учётную запись',
    'CODE_APP_ON.text':
      'С {at, date, day}, {at, time, clock} при входе после пароля нужен код из вашего приложения. На других устройствах сеансы завершены.',
    'CODE_APP_OFF.subject': 'Коды из приложения отключены',
    'CODE_APP_OFF.text': 'С {at, date, day}, {at, time, clock} при входе больше не нужен код из приложения.',
    'PASSKEY_ADDED.subject': 'К учётной записи добавлен ключ доступа',
    'PASSKEY_ADDED.text': '{at, date, day}, {at, time, clock} добавлен ключ доступа: с ним можно войти в вашу учётную запись без пароля.',
    'PASSKEY_REMOVED.subject': 'Из учётной записи удалён ключ доступа',
    'PASSKEY_REMOVED.text': '{at, date, day}, {at, time, clock} удалён ключ доступа: войти с ним больше нельзя.',
    'RECOVERY_CODES_RENEWED.subject': 'У вас новые коды восстановления',
    'RECOVERY_CODES_RENEWED.text': '{at, date, day}, {at, time, clock} созданы новые коды восстановления. Прежние больше не действуют.',
    'RECOVERY_CODE_USED.subject': 'Использован код восстановления',
    'RECOVERY_CODE_USED.text':
      '{at, date, day}, {at, time, clock} использован один из ваших кодов восстановления. Каждый действует один раз.',
    'FACTORS_RESET.subject': 'Второй шаг входа удалён',
    'FACTORS_RESET.text':
      '{at, date, day}, {at, time, clock} администратор удалил из вашей учётной записи коды, ключи доступа и коды восстановления и завершил все сеансы.',
    'NEW_BROWSER.subject': 'Вход из нового браузера',
    'NEW_BROWSER.text':
      '{at, date, day}, {at, time, clock} в вашу учётную запись вошли из браузера, которым раньше не пользовались: {browser}.',
    notYou: 'Если это были не вы, сразу выберите новый пароль: все сеансы завершатся. И напишите администратору.',
    action: 'Посмотреть, как вы входите',
    unknownBrowser: 'название неизвестно',
  },
};
