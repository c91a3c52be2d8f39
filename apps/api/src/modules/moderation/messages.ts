import type { Messages } from '../../platform/i18n/translate.js';

type Key =
  | 'greeting'
  | 'reason'
  | 'open'
  | 'footer'
  | 'hiddenEdit'
  | 'appeal'
  | 'subject.WARN'
  | 'told.WARN'
  | 'subject.HIDE'
  | 'subject.UNHIDE'
  | 'subject.REMOVE'
  | 'subject.LOCK'
  | 'subject.UNLOCK'
  | 'subject.REVERSE'
  | 'told.HIDE'
  | 'told.UNHIDE'
  | 'told.REMOVE'
  | 'told.LOCK'
  | 'told.UNLOCK'
  | 'told.REVERSE'
  | 'subject.MOVE'
  | 'told.MOVE'
  | 'subject.MERGE'
  | 'told.MERGE'
  | 'subject.SPLIT'
  | 'told.SPLIT';

/** Words of the mail that tells an author of a decision. */
export const messages: Messages<Key> = {
  en: {
    greeting: 'Hello {name},',
    reason: 'Reason given: {reason}',
    hiddenEdit: 'You can still see and edit what you wrote. The coordinator can show it again afterwards.',
    appeal: 'You can appeal once against this decision; somebody else will look at it. You find it under “Decisions about you” in Stoa.',
    'subject.WARN': 'A coordinator wrote to you about “{title}”',
    'told.WARN': 'A coordinator asks you to mind what you wrote in “{title}”. It stays visible.',
    open: 'Open the discussion',
    footer: 'You get this message because a coordinator decided on something you wrote in Stoa.',
    'subject.HIDE': 'Your contribution to “{title}” was hidden',
    'subject.UNHIDE': 'Your contribution to “{title}” is visible again',
    'subject.REMOVE': 'Your contribution to “{title}” was removed',
    'subject.LOCK': 'The discussion “{title}” was closed to replies',
    'subject.UNLOCK': 'The discussion “{title}” is open to replies again',
    'subject.REVERSE': 'A decision on “{title}” was taken back',
    'told.HIDE': 'A coordinator has hidden what you wrote in “{title}”. Other members no longer see it.',
    'told.UNHIDE': 'What you wrote in “{title}” can be read by all members again.',
    'told.REMOVE': 'A coordinator has removed what you wrote in “{title}”.',
    'told.LOCK': 'The discussion “{title}”, which you began, can be read but takes no more replies.',
    'told.UNLOCK': 'The discussion “{title}”, which you began, takes replies again.',
    'told.REVERSE': 'An earlier decision on what you wrote in “{title}” no longer holds.',
    'subject.MOVE': 'The discussion “{title}” was moved',
    'told.MOVE': 'The discussion “{title}”, which you began, is now in another network. You read it there if you are a member.',
    'subject.MERGE': 'The discussion “{title}” was merged',
    'told.MERGE':
      'The discussion “{title}”, which you began, has gone into another one of the same network; everything in it can be read there.',
    'subject.SPLIT': 'Your post is now in the discussion “{title}”',
    'told.SPLIT':
      'A coordinator made a discussion of its own of some posts, among them yours: “{title}”. It is the same network, and nothing of what you wrote was changed.',
  },
  el: {
    greeting: 'Γεια σας, {name},',
    reason: 'Αιτιολογία: {reason}',
    hiddenEdit:
      'Εσείς εξακολουθείτε να βλέπετε το κείμενό σας και μπορείτε να το διορθώσετε. Ο συντονισμός μπορεί έπειτα να το εμφανίσει ξανά.',
    appeal:
      'Μπορείτε να υποβάλετε μία ένσταση για την απόφαση· θα την εξετάσει άλλο άτομο. Θα τη βρείτε στο Stoa, στη σελίδα «Αποφάσεις που σας αφορούν».',
    'subject.WARN': 'Παρατήρηση του συντονισμού για το «{title}»',
    'told.WARN': 'Ο συντονισμός σας ζητά να προσέξετε όσα γράψατε στη συζήτηση «{title}». Το κείμενο παραμένει ορατό.',
    open: 'Άνοιγμα της συζήτησης',
    footer: 'Λαμβάνετε αυτό το μήνυμα επειδή ο συντονισμός αποφάσισε για κάτι που γράψατε στο Stoa.',
    'subject.HIDE': 'Η συμβολή σας στη συζήτηση «{title}» αποκρύφθηκε',
    'subject.UNHIDE': 'Η συμβολή σας στη συζήτηση «{title}» εμφανίζεται ξανά',
    'subject.REMOVE': 'Η συμβολή σας στη συζήτηση «{title}» αφαιρέθηκε',
    'subject.LOCK': 'Η συζήτηση «{title}» έκλεισε για απαντήσεις',
    'subject.UNLOCK': 'Η συζήτηση «{title}» δέχεται ξανά απαντήσεις',
    'subject.REVERSE': 'Μια απόφαση για τη συζήτηση «{title}» ανακλήθηκε',
    'told.HIDE': 'Ο συντονισμός απέκρυψε όσα γράψατε στη συζήτηση «{title}». Τα άλλα μέλη δεν τα βλέπουν πια.',
    'told.UNHIDE': 'Όσα γράψατε στη συζήτηση «{title}» μπορούν να τα διαβάσουν ξανά όλα τα μέλη.',
    'told.REMOVE': 'Ο συντονισμός αφαίρεσε όσα γράψατε στη συζήτηση «{title}».',
    'told.LOCK': 'Η συζήτηση «{title}», που ξεκινήσατε, παραμένει αναγνώσιμη αλλά δεν δέχεται άλλες απαντήσεις.',
    'told.UNLOCK': 'Η συζήτηση «{title}», που ξεκινήσατε, δέχεται ξανά απαντήσεις.',
    'told.REVERSE': 'Προηγούμενη απόφαση για όσα γράψατε στη συζήτηση «{title}» δεν ισχύει πια.',
    'subject.MOVE': 'Η συζήτηση «{title}» μεταφέρθηκε',
    'told.MOVE': 'Η συζήτηση «{title}», που ξεκινήσατε, βρίσκεται πλέον σε άλλο δίκτυο. Μπορείτε να τη διαβάσετε εκεί, αν είστε μέλος του.',
    'subject.MERGE': 'Η συζήτηση «{title}» ενώθηκε με άλλη',
    'told.MERGE': 'Η συζήτηση «{title}», που ξεκινήσατε, ενώθηκε με άλλη του ίδιου δικτύου· εκεί μπορείτε να διαβάσετε ό,τι είχε γραφτεί.',
    'subject.SPLIT': 'Η ανάρτησή σας βρίσκεται πλέον στη συζήτηση «{title}»',
    'told.SPLIT':
      'Ο συντονισμός έκανε κάποιες αναρτήσεις χωριστή συζήτηση, ανάμεσά τους και τη δική σας: «{title}». Είναι στο ίδιο δίκτυο και δεν άλλαξε τίποτα από όσα γράψατε.',
  },
  pl: {
    greeting: 'Dzień dobry, {name},',
    reason: 'Podany powód: {reason}',
    hiddenEdit: 'Nadal widać Ci ten tekst i można go poprawić. Koordynator może go potem ponownie pokazać.',
    appeal: 'Od tej decyzji można się raz odwołać; przyjrzy się jej ktoś inny. Decyzja jest w Stoa na stronie „Decyzje o Tobie”.',
    'subject.WARN': 'Uwaga koordynatora do dyskusji „{title}”',
    'told.WARN': 'Koordynator zwraca uwagę na Twoją wypowiedź w dyskusji „{title}”. Wypowiedź pozostaje widoczna.',
    open: 'Otwórz dyskusję',
    footer: 'Ta wiadomość dotyczy decyzji koordynatora o treści napisanej przez Ciebie w Stoa.',
    'subject.HIDE': 'Ukryto Twoją wypowiedź w dyskusji „{title}”',
    'subject.UNHIDE': 'Twoja wypowiedź w dyskusji „{title}” jest znów widoczna',
    'subject.REMOVE': 'Usunięto Twoją wypowiedź w dyskusji „{title}”',
    'subject.LOCK': 'Zamknięto dyskusję „{title}”',
    'subject.UNLOCK': 'W dyskusji „{title}” znów można odpowiadać',
    'subject.REVERSE': 'Cofnięto decyzję dotyczącą dyskusji „{title}”',
    'told.HIDE': 'Twoja wypowiedź w dyskusji „{title}” została ukryta. Inni członkowie sieci już jej nie widzą.',
    'told.UNHIDE': 'Twoją wypowiedź w dyskusji „{title}” znów mogą czytać wszyscy członkowie sieci.',
    'told.REMOVE': 'Twoja wypowiedź w dyskusji „{title}” została usunięta.',
    'told.LOCK': 'Rozpoczętą przez Ciebie dyskusję „{title}” można czytać, ale nie można w niej już odpowiadać.',
    'told.UNLOCK': 'W rozpoczętej przez Ciebie dyskusji „{title}” znów można odpowiadać.',
    'told.REVERSE': 'Wcześniejsza decyzja dotycząca Twojej wypowiedzi w dyskusji „{title}” już nie obowiązuje.',
    'subject.MOVE': 'Dyskusja „{title}” została przeniesiona',
    'told.MOVE': 'Dyskusja „{title}”, rozpoczęta przez Ciebie, jest teraz w innej sieci. Możesz ją tam czytać, jeśli do niej należysz.',
    'subject.MERGE': 'Dyskusja „{title}” została połączona z inną',
    'told.MERGE':
      'Dyskusja „{title}”, rozpoczęta przez Ciebie, jest teraz częścią innej dyskusji tej samej sieci; tam można przeczytać wszystkie wypowiedzi.',
    'subject.SPLIT': 'Twój wpis jest teraz w dyskusji „{title}”',
    'told.SPLIT':
      'Z niektórych wpisów, także z Twojego, koordynacja utworzyła osobną dyskusję: „{title}”. Jest w tej samej sieci, a treść wpisu się nie zmieniła.',
  },
  ru: {
    greeting: 'Здравствуйте, {name}!',
    reason: 'Указанная причина: {reason}',
    hiddenEdit: 'Вы по-прежнему видите свой текст и можете его исправить. После этого координатор сможет снова его показать.',
    appeal: 'Это решение можно один раз обжаловать; его рассмотрит другой человек. Оно есть в Stoa на странице «Решения о вас».',
    'subject.WARN': 'Замечание координатора к обсуждению «{title}»',
    'told.WARN': 'Координатор просит вас обратить внимание на то, что вы написали в обсуждении «{title}». Сообщение остаётся видимым.',
    open: 'Открыть обсуждение',
    footer: 'Вы получили это письмо, потому что координатор принял решение о том, что вы написали в Stoa.',
    'subject.HIDE': 'Ваше сообщение в обсуждении «{title}» скрыто',
    'subject.UNHIDE': 'Ваше сообщение в обсуждении «{title}» снова видно',
    'subject.REMOVE': 'Ваше сообщение в обсуждении «{title}» удалено',
    'subject.LOCK': 'Обсуждение «{title}» закрыто для ответов',
    'subject.UNLOCK': 'В обсуждении «{title}» снова можно отвечать',
    'subject.REVERSE': 'Решение по обсуждению «{title}» отменено',
    'told.HIDE': 'Координатор скрыл то, что вы написали в обсуждении «{title}». Другие участники этого больше не видят.',
    'told.UNHIDE': 'То, что вы написали в обсуждении «{title}», снова могут читать все участники.',
    'told.REMOVE': 'Координатор удалил то, что вы написали в обсуждении «{title}».',
    'told.LOCK': 'Начатое вами обсуждение «{title}» можно читать, но отвечать в нём больше нельзя.',
    'told.UNLOCK': 'В начатом вами обсуждении «{title}» снова можно отвечать.',
    'told.REVERSE': 'Прежнее решение о том, что вы написали в обсуждении «{title}», больше не действует.',
    'subject.MOVE': 'Обсуждение «{title}» перенесено',
    'told.MOVE': 'Начатое вами обсуждение «{title}» теперь находится в другой сети. Вы сможете читать его там, если состоите в ней.',
    'subject.MERGE': 'Обсуждение «{title}» объединено с другим',
    'told.MERGE': 'Начатое вами обсуждение «{title}» вошло в другое обсуждение той же сети; всё написанное можно прочитать там.',
    'subject.SPLIT': 'Ваше сообщение теперь в обсуждении «{title}»',
    'told.SPLIT':
      'Часть сообщений, и ваше тоже, координатор выделил в отдельное обсуждение: «{title}». Оно в той же сети, и в вашем тексте ничего не изменилось.',
  },
};
