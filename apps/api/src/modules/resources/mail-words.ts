import type { Messages } from '../../platform/i18n/translate.js';

export type ResourceMailWord =
  | 'greeting'
  | 'hello'
  | 'footer'
  | 'open'
  | 'submitted.subject'
  | 'submitted.text'
  | 'returned.subject'
  | 'returned.text'
  | 'remark'
  | 'remark.on'
  | 'published.subject'
  | 'published.text'
  | 'reported.subject'
  | 'reported.text'
  | 'decided.subject'
  | 'decided.KEPT'
  | 'decided.TAKEN_DOWN'
  | 'takenDown.subject'
  | 'takenDown.text'
  | 'link.subject'
  | 'link.text';

/** What the mails about resources say. */
export const mailWords: Messages<ResourceMailWord> = {
  en: {
    greeting: 'Hello {name},',
    hello: 'Hello,',
    footer: 'You get this message because you take part in the library of Stoa.',
    open: 'Open the resource',
    'submitted.subject': '“{title}” waits for your review',
    'submitted.text': '{person} proposes the resource “{title}” for {owner}. You can publish it, or give it back with remarks.',
    'returned.subject': '“{title}” was given back with remarks',
    'returned.text': 'Your resource “{title}” is a draft again. Change what the remarks ask for, and submit it once more.',
    remark: '“{text}”',
    'remark.on': '{field}: “{text}”',
    'published.subject': '“{title}” is published',
    'published.text': 'Your resource “{title}” is in the library now. Thank you.',
    'reported.subject': '“{title}” was reported',
    'reported.text': 'Somebody says that something is wrong with “{title}”: “{text}” Look at it and decide.',
    'decided.subject': 'Your report on “{title}”',
    'decided.KEPT': 'You reported “{title}”. It stays as it is.',
    'decided.TAKEN_DOWN': 'You reported “{title}”. What you reported was taken down.',
    'takenDown.subject': '“{title}”: something was taken down',
    'takenDown.text': 'After a report, what you brought in or wrote about “{title}” was taken down.',
    'link.subject': '“{title}”: a link does not open',
    'link.text':
      'Stoa tried several times to open these links of your resource “{title}” and could not. Please look whether they have moved.',
  },
  el: {
    greeting: 'Γεια σας, {name},',
    hello: 'Γεια σας,',
    footer: 'Λαμβάνετε αυτό το μήνυμα επειδή συμμετέχετε στη βιβλιοθήκη του Stoa.',
    open: 'Άνοιγμα του υλικού',
    'submitted.subject': 'Το «{title}» περιμένει την εξέτασή σας',
    'submitted.text':
      'Προτάθηκε το υλικό «{title}» για: {owner}. Πρόταση από: {person}. Μπορείτε να το δημοσιεύσετε ή να το επιστρέψετε με παρατηρήσεις.',
    'returned.subject': 'Το «{title}» επιστράφηκε με παρατηρήσεις',
    'returned.text': 'Το υλικό σας «{title}» είναι ξανά προσχέδιο. Αλλάξτε ό,τι ζητούν οι παρατηρήσεις και υποβάλετέ το πάλι.',
    remark: '«{text}»',
    'remark.on': '{field}: «{text}»',
    'published.subject': 'Το «{title}» δημοσιεύτηκε',
    'published.text': 'Το υλικό σας «{title}» βρίσκεται πλέον στη βιβλιοθήκη. Σας ευχαριστούμε.',
    'reported.subject': 'Αναφορά για το «{title}»',
    'reported.text': 'Κάποιος αναφέρει πρόβλημα με το «{title}»: «{text}» Δείτε το και αποφασίστε.',
    'decided.subject': 'Η αναφορά σας για το «{title}»',
    'decided.KEPT': 'Αναφέρατε το «{title}». Μένει όπως είναι.',
    'decided.TAKEN_DOWN': 'Αναφέρατε το «{title}». Αυτό που αναφέρατε αποσύρθηκε.',
    'takenDown.subject': '«{title}»: κάτι αποσύρθηκε',
    'takenDown.text': 'Μετά από αναφορά αποσύρθηκε ό,τι φέρατε ή γράψατε για το «{title}».',
    'link.subject': '«{title}»: ένας σύνδεσμος δεν ανοίγει',
    'link.text':
      'Το Stoa δοκίμασε πολλές φορές να ανοίξει αυτούς τους συνδέσμους του υλικού σας «{title}» χωρίς επιτυχία. Δείτε αν έχουν μετακινηθεί.',
  },
  pl: {
    greeting: 'Dzień dobry, {name},',
    hello: 'Dzień dobry,',
    footer: 'To wiadomość dla osób współtworzących bibliotekę Stoi.',
    open: 'Otwórz materiał',
    'submitted.subject': '„{title}” czeka na ocenę',
    'submitted.text': 'Zgłoszono materiał „{title}” dla: {owner}. Zgłoszenie: {person}. Można go opublikować albo zwrócić z uwagami.',
    'returned.subject': '„{title}”: zwrot z uwagami',
    'returned.text': 'Twój materiał „{title}” jest znowu wersją roboczą. Zmień to, o co proszą uwagi, i zgłoś ponownie.',
    remark: '„{text}”',
    'remark.on': '{field}: „{text}”',
    'published.subject': '„{title}” jest w bibliotece',
    'published.text': 'Twój materiał „{title}” jest już w bibliotece. Dziękujemy.',
    'reported.subject': 'Zgłoszenie: „{title}”',
    'reported.text': 'Ktoś zgłasza, że z „{title}” jest coś nie tak: „{text}” Prosimy to sprawdzić i zdecydować.',
    'decided.subject': 'Twoje zgłoszenie: „{title}”',
    'decided.KEPT': 'Zgłoszenie dotyczyło „{title}”. Materiał zostaje bez zmian.',
    'decided.TAKEN_DOWN': 'Zgłoszenie dotyczyło „{title}”. To, co zgłoszono, zostało wycofane.',
    'takenDown.subject': '„{title}”: coś zostało wycofane',
    'takenDown.text': 'Po zgłoszeniu wycofano to, co zostało przekazane lub napisane w związku z „{title}”.',
    'link.subject': '„{title}”: odnośnik się nie otwiera',
    'link.text':
      'Stoa kilka razy bez skutku próbowała otworzyć te odnośniki w Twoim materiale „{title}”. Prosimy sprawdzić, czy nie zmienił się adres.',
  },
  ru: {
    greeting: 'Здравствуйте, {name}!',
    hello: 'Здравствуйте!',
    footer: 'Вы получили это письмо, потому что участвуете в библиотеке Stoa.',
    open: 'Открыть материал',
    'submitted.subject': '«{title}» ждёт вашей проверки',
    'submitted.text':
      'Предложен материал «{title}» для: {owner}. Кто предложил: {person}. Его можно опубликовать или вернуть с замечаниями.',
    'returned.subject': '«{title}» возвращён с замечаниями',
    'returned.text': 'Ваш материал «{title}» снова черновик. Измените то, о чём просят замечания, и отправьте ещё раз.',
    remark: '«{text}»',
    'remark.on': '{field}: «{text}»',
    'published.subject': '«{title}» опубликован',
    'published.text': 'Ваш материал «{title}» теперь в библиотеке. Спасибо.',
    'reported.subject': 'Жалоба: «{title}»',
    'reported.text': 'Кто-то сообщает, что с «{title}» что-то не так: «{text}» Посмотрите и решите.',
    'decided.subject': 'Ваша жалоба: «{title}»',
    'decided.KEPT': 'Вы сообщили о «{title}». Всё остаётся как есть.',
    'decided.TAKEN_DOWN': 'Вы сообщили о «{title}». То, о чём вы сообщили, изъято.',
    'takenDown.subject': '«{title}»: кое-что изъято',
    'takenDown.text': 'После жалобы изъято то, что вы принесли или написали о «{title}».',
    'link.subject': '«{title}»: ссылка не открывается',
    'link.text':
      'Stoa несколько раз безуспешно пыталась открыть эти ссылки вашего материала «{title}». Посмотрите, не изменились ли адреса.',
  },
};

/** Names of the fields that reviewers remark on, where they are not plain from the remark. */
export const fieldWords: Messages<'title' | 'summary' | 'body' | 'licence' | 'authors' | 'links' | 'files' | 'practice'> = {
  en: {
    title: 'Title',
    summary: 'Summary',
    body: 'Text',
    licence: 'Licence',
    authors: 'Authors',
    links: 'Links',
    files: 'Files',
    practice: 'Practice',
  },
  el: {
    title: 'Τίτλος',
    summary: 'Περίληψη',
    body: 'Κείμενο',
    licence: 'Άδεια χρήσης',
    authors: 'Δημιουργοί',
    links: 'Σύνδεσμοι',
    files: 'Αρχεία',
    practice: 'Πρακτική',
  },
  pl: {
    title: 'Tytuł',
    summary: 'Streszczenie',
    body: 'Tekst',
    licence: 'Licencja',
    authors: 'Autorzy',
    links: 'Odnośniki',
    files: 'Pliki',
    practice: 'Praktyka',
  },
  ru: {
    title: 'Название',
    summary: 'Краткое описание',
    body: 'Текст',
    licence: 'Лицензия',
    authors: 'Авторы',
    links: 'Ссылки',
    files: 'Файлы',
    practice: 'Опыт',
  },
};
