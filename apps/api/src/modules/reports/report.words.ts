import type { NarrativeKey } from '@stoa/domain';
import type { Messages } from '../../platform/i18n/translate.js';

type Key =
  | 'title'
  | 'network'
  | 'asOf'
  | 'submitted'
  | 'approved'
  | 'hash'
  | 'draft'
  | 'figures'
  | 'noWords'
  | `narrative.${NarrativeKey}`
  | MailKey;
type MailKey =
  | 'mail.greeting'
  | 'mail.presented.subject'
  | 'mail.presented.body'
  | 'mail.presented.action'
  | 'mail.presented.footer'
  | 'mail.submitted.subject'
  | 'mail.submitted.body'
  | 'mail.submitted.action'
  | 'mail.submitted.footer'
  | 'mail.approved.subject'
  | 'mail.approved.body'
  | 'mail.returned.subject'
  | 'mail.returned.body'
  | 'mail.decided.action'
  | 'mail.decided.footer';

/** Words of the report's document and mails. */
export const reportWords: Messages<Key> = {
  en: {
    title: 'Annual report {year}',
    network: 'Network: {network}',
    asOf: 'Figures as of {date, date, long}, counted by Stoa from the records of the year.',
    submitted: 'Submitted on {date, date, long}, revision {revision}.',
    approved: 'Approved on {date, date, long}.',
    hash: 'Content hash (SHA-256): {hash}',
    draft: 'Draft. Figures and text may still change.',
    figures: 'Figures',
    noWords: 'Nothing was written here.',
    'narrative.HIGHLIGHTS': 'What we achieved',
    'narrative.COOPERATION': 'How we worked together',
    'narrative.DIFFICULTIES': 'What was difficult',
    'narrative.CONCLUSIONS': 'What we conclude',
    'narrative.NEXT_YEAR': 'Plans for next year',
    'mail.greeting': 'Hello {name},',
    'mail.presented.subject': 'The annual report of {network} is ready to read',
    'mail.presented.body': 'The coordinator has presented the report of {year} to the members. Read it before it goes to the county.',
    'mail.presented.action': 'Read the report',
    'mail.presented.footer': 'You get this message because you are a member of this network.',
    'mail.submitted.subject': 'An annual report waits for your decision: {network}',
    'mail.submitted.body': 'The report of {year} was submitted. Its figures and text are frozen until you decide.',
    'mail.submitted.action': 'Open the report',
    'mail.submitted.footer': 'You get this message because you decide on reports of this county.',
    'mail.approved.subject': 'The annual report of {network} was approved',
    'mail.approved.body': 'The report of {year} was approved as submitted.',
    'mail.returned.subject': 'The annual report of {network} came back',
    'mail.returned.body': 'The report of {year} was returned with remarks. Open it to read them and to begin the next revision.',
    'mail.decided.action': 'Open the report',
    'mail.decided.footer': 'You get this message because you submitted the report.',
  },
  el: {
    title: 'Ετήσια έκθεση {year}',
    network: 'Δίκτυο: {network}',
    asOf: 'Στοιχεία έως {date, date, long}, όπως τα μέτρησε η Stoa από τις εγγραφές της χρονιάς.',
    submitted: 'Υποβλήθηκε στις {date, date, long}, αναθεώρηση {revision}.',
    approved: 'Εγκρίθηκε στις {date, date, long}.',
    hash: 'Αποτύπωμα περιεχομένου (SHA-256): {hash}',
    draft: 'Προσχέδιο. Τα στοιχεία και το κείμενο μπορεί να αλλάξουν.',
    figures: 'Στοιχεία',
    noWords: 'Δεν γράφτηκε κείμενο.',
    'narrative.HIGHLIGHTS': 'Τι πετύχαμε',
    'narrative.COOPERATION': 'Πώς συνεργαστήκαμε',
    'narrative.DIFFICULTIES': 'Τι μας δυσκόλεψε',
    'narrative.CONCLUSIONS': 'Συμπεράσματα',
    'narrative.NEXT_YEAR': 'Σχέδια για την επόμενη χρονιά',
    'mail.greeting': 'Γεια σας {name},',
    'mail.presented.subject': 'Η ετήσια έκθεση του δικτύου {network} είναι έτοιμη για ανάγνωση',
    'mail.presented.body': 'Ο συντονιστής παρουσίασε την έκθεση του {year} στα μέλη. Διαβάστε την πριν σταλεί στην Περιφερειακή Ενότητα.',
    'mail.presented.action': 'Διαβάστε την έκθεση',
    'mail.presented.footer': 'Λαμβάνετε αυτό το μήνυμα επειδή είστε μέλος του δικτύου.',
    'mail.submitted.subject': 'Μια ετήσια έκθεση περιμένει την απόφασή σας: {network}',
    'mail.submitted.body': 'Υποβλήθηκε η έκθεση του {year}. Στοιχεία και κείμενο μένουν κλειδωμένα μέχρι να αποφασίσετε.',
    'mail.submitted.action': 'Άνοιγμα της έκθεσης',
    'mail.submitted.footer': 'Λαμβάνετε αυτό το μήνυμα επειδή αποφασίζετε για εκθέσεις της περιοχής.',
    'mail.approved.subject': 'Εγκρίθηκε η ετήσια έκθεση του δικτύου {network}',
    'mail.approved.body': 'Η έκθεση του {year} εγκρίθηκε όπως υποβλήθηκε.',
    'mail.returned.subject': 'Η ετήσια έκθεση του δικτύου {network} επιστράφηκε',
    'mail.returned.body':
      'Η έκθεση του {year} επιστράφηκε με παρατηρήσεις. Ανοίξτε την για να τις διαβάσετε και να αρχίσετε νέα αναθεώρηση.',
    'mail.decided.action': 'Άνοιγμα της έκθεσης',
    'mail.decided.footer': 'Λαμβάνετε αυτό το μήνυμα επειδή υποβάλατε την έκθεση.',
  },
  pl: {
    title: 'Roczne sprawozdanie z pracy sieci {year}',
    network: 'Sieć: {network}',
    asOf: 'Dane na dzień {date, date, long}, policzone przez Stoa z zapisów roku.',
    submitted: 'Złożono {date, date, long}, wersja {revision}.',
    approved: 'Zatwierdzono {date, date, long}.',
    hash: 'Skrót treści (SHA-256): {hash}',
    draft: 'Wersja robocza. Dane i tekst mogą się zmienić.',
    figures: 'Dane',
    noWords: 'Brak opisu.',
    'narrative.HIGHLIGHTS': 'Co się udało',
    'narrative.COOPERATION': 'Jak przebiegała współpraca',
    'narrative.DIFFICULTIES': 'Co sprawiało trudność',
    'narrative.CONCLUSIONS': 'Wnioski',
    'narrative.NEXT_YEAR': 'Plany na przyszły rok',
    'mail.greeting': 'Dzień dobry, {name}!',
    'mail.presented.subject': 'Roczne sprawozdanie sieci {network} czeka na lekturę',
    'mail.presented.body': 'Koordynator przedstawia członkom sprawozdanie za rok {year}. Można je przeczytać, zanim trafi do powiatu.',
    'mail.presented.action': 'Przeczytaj sprawozdanie',
    'mail.presented.footer': 'Ta wiadomość przychodzi do członków sieci.',
    'mail.submitted.subject': 'Sprawozdanie czeka na decyzję: {network}',
    'mail.submitted.body': 'Złożono sprawozdanie za rok {year}. Dane i tekst są zamrożone do czasu decyzji.',
    'mail.submitted.action': 'Otwórz sprawozdanie',
    'mail.submitted.footer': 'Ta wiadomość przychodzi do osób, które zatwierdzają sprawozdania w powiecie.',
    'mail.approved.subject': 'Zatwierdzono roczne sprawozdanie sieci {network}',
    'mail.approved.body': 'Sprawozdanie za rok {year} zatwierdzono w złożonej postaci.',
    'mail.returned.subject': 'Roczne sprawozdanie sieci {network} wraca do poprawy',
    'mail.returned.body': 'Sprawozdanie za rok {year} zwrócono z uwagami. Otwórz je, aby przeczytać uwagi i zacząć następną wersję.',
    'mail.decided.action': 'Otwórz sprawozdanie',
    'mail.decided.footer': 'Ta wiadomość przychodzi do osoby, która złożyła sprawozdanie.',
  },
  ru: {
    title: 'Годовой отчёт {year}',
    network: 'Сеть: {network}',
    asOf: 'Данные на {date, date, long}, посчитаны Stoa по записям года.',
    submitted: 'Подан {date, date, long}, редакция {revision}.',
    approved: 'Утверждён {date, date, long}.',
    hash: 'Хеш содержания (SHA-256): {hash}',
    draft: 'Черновик. Данные и текст ещё могут измениться.',
    figures: 'Данные',
    noWords: 'Здесь ничего не написано.',
    'narrative.HIGHLIGHTS': 'Чего мы достигли',
    'narrative.COOPERATION': 'Как мы работали вместе',
    'narrative.DIFFICULTIES': 'Что было трудно',
    'narrative.CONCLUSIONS': 'Выводы',
    'narrative.NEXT_YEAR': 'Планы на следующий год',
    'mail.greeting': 'Здравствуйте, {name}!',
    'mail.presented.subject': 'Годовой отчёт сети «{network}» можно прочитать',
    'mail.presented.body': 'Координатор представил участникам отчёт за {year}. Прочитайте его до отправки в округ.',
    'mail.presented.action': 'Прочитать отчёт',
    'mail.presented.footer': 'Вы получили это письмо, потому что вы участник сети.',
    'mail.submitted.subject': 'Отчёт ждёт решения: {network}',
    'mail.submitted.body': 'Подан отчёт за {year}. Данные и текст заморожены до решения.',
    'mail.submitted.action': 'Открыть отчёт',
    'mail.submitted.footer': 'Вы получили это письмо, потому что вы утверждаете отчёты в этом округе.',
    'mail.approved.subject': 'Годовой отчёт сети «{network}» утверждён',
    'mail.approved.body': 'Отчёт за {year} утверждён в том виде, в каком был подан.',
    'mail.returned.subject': 'Годовой отчёт сети «{network}» возвращён',
    'mail.returned.body': 'Отчёт за {year} возвращён с замечаниями. Откройте его, чтобы прочитать их и начать новую редакцию.',
    'mail.decided.action': 'Открыть отчёт',
    'mail.decided.footer': 'Вы получили это письмо, потому что вы подали отчёт.',
  },
};
