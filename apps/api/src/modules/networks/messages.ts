import type { Messages } from '../../platform/i18n/translate.js';

export type NetworkMessage =
  | 'greeting'
  | 'footer'
  | 'open'
  | 'openDecisions'
  | 'quote'
  | 'reason'
  | 'request.subject'
  | 'request.text'
  | 'invited.subject'
  | 'invited.text'
  | 'decided.ADMITTED.subject'
  | 'decided.ADMITTED.text'
  | 'decided.REFUSED.subject'
  | 'decided.REFUSED.text'
  | 'decided.REMOVED.subject'
  | 'decided.REMOVED.text'
  | 'decided.SUSPENDED.subject'
  | 'decided.SUSPENDED.text'
  | 'decided.SUSPENDED.appeal';

/** What the mails about networks say. `{until}` is the first instant after a suspension, shown in the installation's time zone. */
export const messages: Messages<NetworkMessage> = {
  en: {
    greeting: 'Hello {name},',
    footer: 'You get this message because you take part in networks in Stoa.',
    open: 'Open the network',
    openDecisions: 'Decisions about you',
    quote: 'They wrote: “{text}”',
    reason: 'The reason: “{text}”',
    'request.subject': '{network}: somebody asks to join',
    'request.text': '{person} asks to join the network “{network}”. You can admit or refuse the request on the members page.',
    'invited.subject': 'You are invited to the network “{network}”',
    'invited.text': 'You are invited to the network “{network}”. On its page you can accept or decline.',
    'decided.ADMITTED.subject': 'Welcome to the network “{network}”',
    'decided.ADMITTED.text': 'Your request was accepted: you are now a member of “{network}” and can read and write in its discussions.',
    'decided.REFUSED.subject': 'Your request to “{network}” was not accepted',
    'decided.REFUSED.text': 'Your request to join the network “{network}” was not accepted.',
    'decided.REMOVED.subject': 'Your membership of “{network}” has ended',
    'decided.REMOVED.text': 'You are no longer a member of the network “{network}”.',
    'decided.SUSPENDED.subject': 'Your membership of “{network}” is suspended',
    'decided.SUSPENDED.text': 'Until {until, date, day}, {until, time, clock} you can read in the network “{network}”, but not write.',
    'decided.SUSPENDED.appeal': 'You can appeal once against this decision; somebody else will look at it.',
  },
  el: {
    greeting: 'Γεια σας, {name},',
    footer: 'Λαμβάνετε αυτό το μήνυμα επειδή συμμετέχετε σε δίκτυα στο Stoa.',
    open: 'Άνοιγμα του δικτύου',
    openDecisions: 'Αποφάσεις που σας αφορούν',
    quote: 'Το μήνυμα: «{text}»',
    reason: 'Ο λόγος: «{text}»',
    'request.subject': '{network}: νέο αίτημα συμμετοχής',
    'request.text':
      'Υποβλήθηκε αίτημα συμμετοχής στο δίκτυο «{network}»: {person}. Μπορείτε να το δεχτείτε ή να το απορρίψετε στη σελίδα των μελών.',
    'invited.subject': 'Πρόσκληση στο δίκτυο «{network}»',
    'invited.text': 'Σας προσκαλούν στο δίκτυο «{network}». Στη σελίδα του μπορείτε να δεχτείτε ή να αρνηθείτε.',
    'decided.ADMITTED.subject': 'Καλώς ήρθατε στο δίκτυο «{network}»',
    'decided.ADMITTED.text':
      'Το αίτημά σας έγινε δεκτό: είστε πλέον μέλος του δικτύου «{network}» και μπορείτε να διαβάζετε και να γράφετε στις συζητήσεις του.',
    'decided.REFUSED.subject': 'Το αίτημά σας για το δίκτυο «{network}» δεν έγινε δεκτό',
    'decided.REFUSED.text': 'Το αίτημα συμμετοχής σας στο δίκτυο «{network}» δεν έγινε δεκτό.',
    'decided.REMOVED.subject': 'Η συμμετοχή σας στο δίκτυο «{network}» έληξε',
    'decided.REMOVED.text': 'Δεν είστε πλέον μέλος του δικτύου «{network}».',
    'decided.SUSPENDED.subject': 'Η συμμετοχή σας στο δίκτυο «{network}» έχει ανασταλεί',
    'decided.SUSPENDED.text':
      'Έως {until, date, day}, {until, time, clock} μπορείτε να διαβάζετε στο δίκτυο «{network}», όχι όμως να γράφετε.',
    'decided.SUSPENDED.appeal': 'Μπορείτε να υποβάλετε μία ένσταση για την απόφαση· θα την εξετάσει άλλο άτομο.',
  },
  pl: {
    greeting: 'Dzień dobry, {name},',
    footer: 'Otrzymują Państwo tę wiadomość w związku z udziałem w sieciach w Stoa.',
    open: 'Otwórz sieć',
    openDecisions: 'Decyzje o Tobie',
    quote: 'Wiadomość: „{text}”',
    reason: 'Powód: „{text}”',
    'request.subject': '{network}: nowa prośba o przyjęcie',
    'request.text': '{person} prosi o przyjęcie do sieci „{network}”. Prośbę można przyjąć lub odrzucić na stronie członków.',
    'invited.subject': 'Zaproszenie do sieci „{network}”',
    'invited.text': 'To zaproszenie do sieci „{network}”. Na jej stronie można je przyjąć lub odrzucić.',
    'decided.ADMITTED.subject': 'Witamy w sieci „{network}”',
    'decided.ADMITTED.text': 'Prośba została przyjęta. Od teraz można czytać dyskusje sieci „{network}” i brać w nich udział.',
    'decided.REFUSED.subject': 'Prośba o przyjęcie do sieci „{network}” została odrzucona',
    'decided.REFUSED.text': 'Prośba o przyjęcie do sieci „{network}” została odrzucona.',
    'decided.REMOVED.subject': 'Członkostwo w sieci „{network}” zakończone',
    'decided.REMOVED.text': 'Członkostwo w sieci „{network}” zostało zakończone.',
    'decided.SUSPENDED.subject': 'Członkostwo w sieci „{network}” zawieszone',
    'decided.SUSPENDED.text': 'Do {until, date, day}, {until, time, clock} w sieci „{network}” można czytać, ale nie można pisać.',
    'decided.SUSPENDED.appeal': 'Od tej decyzji można się raz odwołać; przyjrzy się jej ktoś inny.',
  },
  ru: {
    greeting: 'Здравствуйте, {name}!',
    footer: 'Вы получили это письмо, потому что участвуете в сетях Stoa.',
    open: 'Открыть страницу сети',
    openDecisions: 'Решения о вас',
    quote: 'Сообщение: «{text}»',
    reason: 'Причина: «{text}»',
    'request.subject': '{network}: новая заявка на вступление',
    'request.text': '{person} просит принять в сеть «{network}». Заявку можно принять или отклонить на странице участников.',
    'invited.subject': 'Приглашение в сеть «{network}»',
    'invited.text': 'Вас приглашают в сеть «{network}». На её странице можно принять приглашение или отказаться от него.',
    'decided.ADMITTED.subject': 'Добро пожаловать в сеть «{network}»',
    'decided.ADMITTED.text': 'Ваша заявка принята: теперь вы участник сети «{network}» и можете читать её обсуждения и писать в них.',
    'decided.REFUSED.subject': 'Заявка в сеть «{network}» отклонена',
    'decided.REFUSED.text': 'Ваша заявка на вступление в сеть «{network}» отклонена.',
    'decided.REMOVED.subject': 'Ваше участие в сети «{network}» завершено',
    'decided.REMOVED.text': 'Вы больше не участник сети «{network}».',
    'decided.SUSPENDED.subject': 'Ваше участие в сети «{network}» приостановлено',
    'decided.SUSPENDED.text':
      'До {until, date, day}, {until, time, clock} вы можете читать обсуждения сети «{network}», но не писать в них.',
    'decided.SUSPENDED.appeal': 'Это решение можно один раз обжаловать; его рассмотрит другой человек.',
  },
};
