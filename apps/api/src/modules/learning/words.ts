import type { Messages } from '../../platform/i18n/translate.js';

export type LearningMessage =
  | 'greeting'
  | 'footer'
  | 'openPortfolio'
  | 'issued.subject'
  | 'issued.text'
  | 'issued.check'
  | 'revoked.subject'
  | 'revoked.text'
  | 'certificate.title'
  | 'certificate.file'
  | 'certificate.before'
  | 'certificate.between'
  | 'certificate.check'
  | 'certificate.qr'
  | 'hours'
  | 'hours.value'
  | 'completed'
  | 'issuedOn'
  | 'day'
  | 'portfolio.title'
  | 'portfolio.file'
  | 'portfolio.of'
  | 'portfolio.total'
  | 'portfolio.rule'
  | 'portfolio.empty'
  | 'portfolio.paths'
  | 'portfolio.resources'
  | 'portfolio.certificates'
  | 'column.title'
  | 'column.completed'
  | 'column.hours'
  | 'column.issuer'
  | 'column.code'
  | 'column.state'
  | 'state.ISSUED'
  | 'state.REVOKED';

/** What mails and documents about learning say. Minutes are shown as hours, to a quarter. */
export const words: Messages<LearningMessage> = {
  en: {
    greeting: 'Hello {name},',
    footer: 'You get this message because you learn with Stoa.',
    openPortfolio: 'Open your portfolio',
    'issued.subject': 'Your certificate: {title}',
    'issued.text': 'You have completed the learning path “{title}”. Your certificate is ready; you can download it in your portfolio.',
    'issued.check': 'Its code is {code}. Whoever has the code can check the certificate.',
    'revoked.subject': 'A certificate of yours was revoked: {title}',
    'revoked.text': 'Your certificate for “{title}” was revoked. Whoever checks it sees that. The reason: “{reason}”',
    'certificate.title': 'Certificate',
    'certificate.file': 'Certificate',
    'certificate.before': 'This is to certify that',
    'certificate.between': 'has completed the learning path',
    'certificate.check': 'Anybody can check this certificate by its code:',
    'certificate.qr': 'Address of the page where the certificate can be checked: {url}',
    hours: 'Hours',
    'hours.value': '{hours, number, ::.##} h',
    completed: 'Completed',
    issuedOn: 'Issued',
    day: '{at, date, day}',
    'portfolio.title': 'Learning portfolio',
    'portfolio.file': 'Portfolio',
    'portfolio.of': 'Learning of {name}',
    'portfolio.total': 'Hours in all',
    'portfolio.rule': 'A resource that belongs to a completed path counts once, with the path.',
    'portfolio.empty': 'Nothing is completed yet.',
    'portfolio.paths': 'Learning paths',
    'portfolio.resources': 'Resources',
    'portfolio.certificates': 'Certificates',
    'column.title': 'Title',
    'column.completed': 'Completed',
    'column.hours': 'Hours',
    'column.issuer': 'Issued by',
    'column.code': 'Code',
    'column.state': 'State',
    'state.ISSUED': 'Valid',
    'state.REVOKED': 'Revoked',
  },
  el: {
    greeting: 'Γεια σας {name},',
    footer: 'Λαμβάνετε αυτό το μήνυμα επειδή μαθαίνετε με τη Stoa.',
    openPortfolio: 'Άνοιγμα του φακέλου σας',
    'issued.subject': 'Η βεβαίωσή σας: {title}',
    'issued.text':
      'Ολοκληρώσατε τη διαδρομή μάθησης «{title}». Η βεβαίωσή σας είναι έτοιμη· μπορείτε να την κατεβάσετε από τον φάκελό σας.',
    'issued.check': 'Ο κωδικός της είναι {code}. Όποιος έχει τον κωδικό μπορεί να ελέγξει τη βεβαίωση.',
    'revoked.subject': 'Μια βεβαίωσή σας ανακλήθηκε: {title}',
    'revoked.text': 'Η βεβαίωσή σας για «{title}» ανακλήθηκε. Όποιος την ελέγχει, το βλέπει. Ο λόγος: «{reason}»',
    'certificate.title': 'Βεβαίωση',
    'certificate.file': 'Βεβαίωση',
    'certificate.before': 'Βεβαιώνεται ότι',
    'certificate.between': 'ολοκλήρωσε τη διαδρομή μάθησης',
    'certificate.check': 'Ο καθένας μπορεί να ελέγξει τη βεβαίωση με τον κωδικό της:',
    'certificate.qr': 'Διεύθυνση της σελίδας ελέγχου της βεβαίωσης: {url}',
    hours: 'Ώρες',
    'hours.value': '{hours, number, ::.##} ώρες',
    completed: 'Ολοκλήρωση',
    issuedOn: 'Έκδοση',
    day: '{at, date, day}',
    'portfolio.title': 'Φάκελος μάθησης',
    'portfolio.file': 'Φάκελος',
    'portfolio.of': 'Μάθηση: {name}',
    'portfolio.total': 'Σύνολο ωρών',
    'portfolio.rule': 'Υλικό που ανήκει σε ολοκληρωμένη διαδρομή μετράει μία φορά, μαζί με τη διαδρομή.',
    'portfolio.empty': 'Δεν έχει ολοκληρωθεί τίποτα ακόμη.',
    'portfolio.paths': 'Διαδρομές μάθησης',
    'portfolio.resources': 'Υλικό',
    'portfolio.certificates': 'Βεβαιώσεις',
    'column.title': 'Τίτλος',
    'column.completed': 'Ολοκλήρωση',
    'column.hours': 'Ώρες',
    'column.issuer': 'Εκδότης',
    'column.code': 'Κωδικός',
    'column.state': 'Κατάσταση',
    'state.ISSUED': 'Ισχύει',
    'state.REVOKED': 'Ανακλήθηκε',
  },
  pl: {
    greeting: 'Dzień dobry, {name},',
    footer: 'Ta wiadomość dotyczy nauki w Stoa.',
    openPortfolio: 'Otwórz portfolio',
    'issued.subject': 'Zaświadczenie: {title}',
    'issued.text': 'Ukończono ścieżkę nauki „{title}”. Zaświadczenie jest gotowe; można je pobrać w portfolio.',
    'issued.check': 'Jego kod to {code}. Kto zna kod, może sprawdzić zaświadczenie.',
    'revoked.subject': 'Unieważniono zaświadczenie: {title}',
    'revoked.text': 'Zaświadczenie „{title}” unieważniono. Widzi to każdy, kto je sprawdza. Powód: „{reason}”',
    'certificate.title': 'Zaświadczenie',
    'certificate.file': 'Zaświadczenie',
    'certificate.before': 'Zaświadcza się, że',
    'certificate.between': 'ma ukończoną ścieżkę nauki',
    'certificate.check': 'Każdy może sprawdzić to zaświadczenie po kodzie:',
    'certificate.qr': 'Adres strony, na której można sprawdzić zaświadczenie: {url}',
    hours: 'Godziny',
    'hours.value': '{hours, number, ::.##} godz.',
    completed: 'Ukończono',
    issuedOn: 'Wystawiono',
    day: '{at, date, day}',
    'portfolio.title': 'Portfolio nauki',
    'portfolio.file': 'Portfolio',
    'portfolio.of': 'Nauka: {name}',
    'portfolio.total': 'Godziny razem',
    'portfolio.rule': 'Materiał z ukończonej ścieżki liczy się raz, razem ze ścieżką.',
    'portfolio.empty': 'Nic jeszcze nie ukończono.',
    'portfolio.paths': 'Ścieżki nauki',
    'portfolio.resources': 'Materiały',
    'portfolio.certificates': 'Zaświadczenia',
    'column.title': 'Tytuł',
    'column.completed': 'Ukończono',
    'column.hours': 'Godziny',
    'column.issuer': 'Wystawca',
    'column.code': 'Kod',
    'column.state': 'Stan',
    'state.ISSUED': 'Ważne',
    'state.REVOKED': 'Unieważnione',
  },
  ru: {
    greeting: 'Здравствуйте, {name}!',
    footer: 'Вы получили это письмо, потому что учитесь в Stoa.',
    openPortfolio: 'Открыть портфолио',
    'issued.subject': 'Ваше свидетельство: {title}',
    'issued.text': 'Учебный маршрут «{title}» пройден. Свидетельство готово, вы можете скачать его в портфолио.',
    'issued.check': 'Его код — {code}. По коду свидетельство может проверить любой.',
    'revoked.subject': 'Свидетельство отозвано: {title}',
    'revoked.text': 'Ваше свидетельство «{title}» отозвано. Это видит каждый, кто его проверяет. Причина: «{reason}»',
    'certificate.title': 'Свидетельство',
    'certificate.file': 'Свидетельство',
    'certificate.before': 'Выдано:',
    'certificate.between': 'за прохождение учебного маршрута',
    'certificate.check': 'Любой может проверить свидетельство по коду:',
    'certificate.qr': 'Адрес страницы, где можно проверить свидетельство: {url}',
    hours: 'Часы',
    'hours.value': '{hours, number, ::.##} ч',
    completed: 'Пройдено',
    issuedOn: 'Выдано',
    day: '{at, date, day}',
    'portfolio.title': 'Портфолио обучения',
    'portfolio.file': 'Портфолио',
    'portfolio.of': 'Обучение: {name}',
    'portfolio.total': 'Всего часов',
    'portfolio.rule': 'Материал из пройденного маршрута считается один раз, вместе с маршрутом.',
    'portfolio.empty': 'Пока ничего не завершено.',
    'portfolio.paths': 'Учебные маршруты',
    'portfolio.resources': 'Материалы',
    'portfolio.certificates': 'Свидетельства',
    'column.title': 'Название',
    'column.completed': 'Завершено',
    'column.hours': 'Часы',
    'column.issuer': 'Кем выдано',
    'column.code': 'Код',
    'column.state': 'Состояние',
    'state.ISSUED': 'Действует',
    'state.REVOKED': 'Отозвано',
  },
};
