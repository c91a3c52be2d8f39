import type { Role } from '@stoa/domain';
import type { Messages } from '../../platform/i18n/translate.js';

type RoleMessage = `role.${Role}`;
export type AppointmentMessage =
  | RoleMessage
  | 'reason'
  | 'termFrom'
  | 'termFromTo'
  | 'greeting'
  | 'footer'
  | 'appointed.subject'
  | 'appointed.text'
  | 'appointed.letter'
  | 'appointed.action'
  | 'ended.subject'
  | 'ended.text'
  | 'ended.reason'
  | 'ended.action'
  | 'shortened.subject'
  | 'shortened.text'
  | 'letter.title'
  | 'letter.text'
  | 'letter.note'
  | 'letter.rights'
  | 'letter.for'
  | 'letter.file';

/** What mails and letters about appointments say. Roles are named as functions, so that no form of a person is needed. */
export const messages: Messages<AppointmentMessage> = {
  en: {
    'role.NC': 'network coordinator',
    'role.SS': 'member of staff of the structure',
    'role.SH': 'head of the structure',
    'role.CM': 'member of the scientific council',
    'role.CS': 'secretariat of the centre',
    'role.CH': 'head of the centre',
    'role.SO': 'school organiser of educational development',
    'role.SP': 'school principal',
    'role.CC': 'county project coordinator',
    'role.RC': 'regional coordinator',
    'role.AD': 'administrator',
    reason: 'You are appointed as {role}: {scope}.',
    termFrom: 'from {from, date, day}',
    termFromTo: 'from {from, date, day} to {to, date, day}',
    greeting: 'Hello {name},',
    footer: 'You get this message because it concerns your appointment in Stoa.',
    'appointed.subject': 'You are appointed: {scope}',
    'appointed.text': 'You are appointed as {role}: {scope}, {term}.',
    'appointed.letter': 'The letter of appointment is on your profile, as an accessible PDF.',
    'appointed.action': 'Open {scope}',
    'ended.subject': 'Your appointment ended: {scope}',
    'ended.text': 'Your appointment as {role}, {scope}, ended on {to, date, day}. Thank you for what you did.',
    'ended.reason': 'Reason: {reason}',
    'ended.action': 'Open Stoa',
    'shortened.subject': 'Your appointment ends earlier: {scope}',
    'shortened.text': 'Your appointment as {role}, {scope}, now ends on {to, date, day}.',
    'letter.title': 'Letter of appointment',
    'letter.text': '{name} is appointed as {role}, {term}.',
    'letter.for': 'For: {scope}',
    'letter.note': 'Remark: {note}',
    'letter.rights': 'The rights of the role begin on the first day and end with the last day of the term.',
    'letter.file': 'letter-of-appointment',
  },
  el: {
    'role.NC': 'συντονιστής/-τρια δικτύου',
    'role.SS': 'στέλεχος της δομής',
    'role.SH': 'προϊστάμενος/-η της δομής',
    'role.CM': 'μέλος του επιστημονικού συμβουλίου',
    'role.CS': 'γραμματεία του κέντρου',
    'role.CH': 'προϊστάμενος/-η του κέντρου',
    'role.SO': 'σχολικός οργανωτής εκπαιδευτικής ανάπτυξης',
    'role.SP': 'διεύθυνση σχολείου',
    'role.CC': 'συντονιστής/-τρια έργου της περιφερειακής ενότητας',
    'role.RC': 'συντονιστής/-τρια περιφέρειας',
    'role.AD': 'διαχειριστής/-τρια',
    reason: 'Ορίζεστε: {role}, {scope}.',
    termFrom: 'από {from, date, day}',
    termFromTo: 'από {from, date, day} έως {to, date, day}',
    greeting: 'Γεια σας, {name},',
    footer: 'Λαμβάνετε αυτό το μήνυμα επειδή αφορά τον ορισμό σας στο Stoa.',
    'appointed.subject': 'Ορισμός: {scope}',
    'appointed.text': 'Ορίζεστε: {role}, {scope}, {term}.',
    'appointed.letter': 'Η απόφαση ορισμού βρίσκεται στο προφίλ σας, ως προσβάσιμο PDF.',
    'appointed.action': 'Άνοιγμα: {scope}',
    'ended.subject': 'Η θητεία σας έληξε: {scope}',
    'ended.text': 'Η θητεία σας ({role}, {scope}) έληξε στις {to, date, day}. Σας ευχαριστούμε για όσα κάνατε.',
    'ended.reason': 'Αιτιολογία: {reason}',
    'ended.action': 'Άνοιγμα του Stoa',
    'shortened.subject': 'Η θητεία σας λήγει νωρίτερα: {scope}',
    'shortened.text': 'Η θητεία σας ({role}, {scope}) λήγει πλέον στις {to, date, day}.',
    'letter.title': 'Απόφαση ορισμού',
    'letter.text': 'Ορίζεται: {name}, με την ιδιότητα «{role}», {term}.',
    'letter.for': 'Αφορά: {scope}',
    'letter.note': 'Παρατήρηση: {note}',
    'letter.rights': 'Τα δικαιώματα του ρόλου ισχύουν από την πρώτη έως και την τελευταία ημέρα της θητείας.',
    'letter.file': 'apofasi-orismou',
  },
  pl: {
    'role.NC': 'koordynacja sieci',
    'role.SS': 'praca w jednostce',
    'role.SH': 'kierowanie jednostką',
    'role.CM': 'udział w radzie naukowej',
    'role.CS': 'sekretariat placówki',
    'role.CH': 'kierowanie placówką',
    'role.SO': 'szkolna organizacja rozwoju edukacji',
    'role.SP': 'dyrekcja szkoły',
    'role.CC': 'koordynacja projektu w powiecie',
    'role.RC': 'koordynacja regionalna',
    'role.AD': 'administracja serwisu',
    reason: 'Powierzona funkcja: {role}, {scope}.',
    termFrom: 'od {from, date, day}',
    termFromTo: 'od {from, date, day} do {to, date, day}',
    greeting: 'Dzień dobry, {name},',
    footer: 'Ta wiadomość dotyczy powierzonej funkcji w Stoa.',
    'appointed.subject': 'Powołanie: {scope}',
    'appointed.text': 'Powierzamy następującą funkcję: {role}, {scope}, {term}.',
    'appointed.letter': 'Pismo o powołaniu jest w profilu, jako dostępny plik PDF.',
    'appointed.action': 'Otwórz: {scope}',
    'ended.subject': 'Koniec pełnienia funkcji: {scope}',
    'ended.text': 'Pełnienie funkcji ({role}, {scope}) zakończyło się {to, date, day}. Dziękujemy za całą pracę.',
    'ended.reason': 'Powód: {reason}',
    'ended.action': 'Otwórz Stoa',
    'shortened.subject': 'Funkcja kończy się wcześniej: {scope}',
    'shortened.text': 'Pełnienie funkcji ({role}, {scope}) kończy się teraz {to, date, day}.',
    'letter.title': 'Pismo o powołaniu',
    'letter.text': 'Funkcję „{role}” powierza się: {name}, {term}.',
    'letter.for': 'Dotyczy: {scope}',
    'letter.note': 'Uwaga: {note}',
    'letter.rights': 'Uprawnienia wynikające z funkcji obowiązują od pierwszego do ostatniego dnia tego okresu.',
    'letter.file': 'pismo-o-powolaniu',
  },
  ru: {
    'role.NC': 'координатор сети',
    'role.SS': 'сотрудник структуры',
    'role.SH': 'руководитель структуры',
    'role.CM': 'член научного совета',
    'role.CS': 'секретариат центра',
    'role.CH': 'руководитель центра',
    'role.SO': 'школьный организатор развития образования',
    'role.SP': 'директор школы',
    'role.CC': 'координатор проекта в районе',
    'role.RC': 'региональный координатор',
    'role.AD': 'администратор',
    reason: 'Вам поручена роль «{role}»: {scope}.',
    termFrom: 'с {from, date, day}',
    termFromTo: 'с {from, date, day} по {to, date, day}',
    greeting: 'Здравствуйте, {name}!',
    footer: 'Вы получили это письмо, потому что оно касается вашего назначения в Stoa.',
    'appointed.subject': 'Назначение: {scope}',
    'appointed.text': 'Вам поручена роль «{role}»: {scope}, {term}.',
    'appointed.letter': 'Приказ о назначении находится в вашем профиле в виде доступного PDF.',
    'appointed.action': 'Открыть: {scope}',
    'ended.subject': 'Срок назначения истёк: {scope}',
    'ended.text': 'Ваше назначение ({role}, {scope}) завершилось {to, date, day}. Спасибо за всё, что вы сделали.',
    'ended.reason': 'Причина: {reason}',
    'ended.action': 'Открыть Stoa',
    'shortened.subject': 'Назначение завершится раньше: {scope}',
    'shortened.text': 'Ваше назначение ({role}, {scope}) теперь завершится {to, date, day}.',
    'letter.title': 'Приказ о назначении',
    'letter.text': 'Назначается: {name}, роль «{role}», {term}.',
    'letter.for': 'Касается: {scope}',
    'letter.note': 'Примечание: {note}',
    'letter.rights': 'Права роли действуют с первого по последний день срока включительно.',
    'letter.file': 'prikaz-o-naznachenii',
  },
};
