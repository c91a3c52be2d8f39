import type { DemoThread } from '../script/steps.js';
import { instant } from '../script/time.js';

const reply = (local: string, author: string, body: string): DemoThread['replies'][number] => ({ at: instant(local), author, body });

const vote = (local: string, by: string, option: number) => ({ at: instant(local), by, option });

/** A question with an accepted answer and a post that two members reported and that waits for the coordinator. */
const classHour: DemoThread = {
  network: 'class',
  at: instant('2026-11-20T08:10'),
  author: 'teacher077',
  kind: 'QUESTION',
  lang: 'ru',
  title: 'Классный час о безопасном интернете: делимся сценариями',
  body: 'Коллеги, готовлю классный час для шестого класса. Нужен сценарий на 25 минут: без лекции и без пугающих историй. Что у вас сработало?',
  replies: [
    reply(
      '2026-11-20T15:32',
      'teacher091',
      'Мы начинаем с ситуации из жизни класса, без имён и скриншотов. Разговор идёт легче, чем от правила.',
    ),
    reply(
      '2026-11-21T10:10',
      'psychologist119',
      'Три карточки: «Что выложить», «Кому показать», «Как удалить». Группы по четыре человека, 7 минут на карточку, в конце общее правило класса. Файлы прикрепила к ресурсу.',
    ),
    reply(
      '2026-11-21T13:48',
      'teacher143',
      'У нас был случай: мальчик из 6 «Б», который переехал в сентябре, выложил переписку класса. Разбирали вместе, получилось очень живо.',
    ),
    reply('2026-11-23T08:40', 'teacher088', 'Можно взять ту же схему, но на вымышленном чате. Пример выложу вечером.'),
    reply('2026-11-23T17:25', 'teacher077', 'Спасибо! Вымышленный чат подойдёт и для пятых классов, добавлю его к карточкам.'),
  ],
  accepted: { post: 3, at: instant('2026-11-21T10:40') },
  moderation: [
    {
      act: 'FLAG',
      at: instant('2026-11-21T16:40'),
      by: 'psychologist119',
      post: 4,
      reason: 'PERSONAL_DATA',
      note: 'Правило 3: по этим приметам мальчика узнают.',
    },
    {
      act: 'FLAG',
      at: instant('2026-11-21T18:05'),
      by: 'teacher088',
      post: 4,
      reason: 'PERSONAL_DATA',
      note: 'Класс, буква и переезд: в школе сразу поймут, о ком речь.',
    },
  ],
  reads: [{ by: 'teacher052', upTo: 3, at: instant('2026-11-21T11:05') }],
};

const modelLesson: DemoThread = {
  network: 'experiment',
  at: instant('2026-11-17T18:20'),
  author: 'teacher031',
  kind: 'QUESTION',
  lang: 'el',
  title: 'Πώς οργανώνουμε δειγματική διδασκαλία;',
  body: 'Τον Δεκέμβριο θα έρθουν έξι συνάδελφοι να δουν το πείραμα με τα κυκλώματα. Θέλω να δουν την τάξη όπως είναι, όχι παράσταση. Πώς το οργανώνετε;\n\nΡωτώ ιδίως:\n\n- τι λέτε στους μαθητές από πριν,\n- πού κάθονται οι επισκέπτες,\n- πώς γίνεται η συζήτηση μετά.',
  replies: [
    reply('2026-11-18T08:15', 'teacher036', 'Στους μαθητές λέω την αλήθεια: έρχονται να δουν εμένα, όχι εσάς. Χαλαρώνουν αμέσως.'),
    reply(
      '2026-11-18T19:40',
      'teacher050',
      'Κάθε επισκέπτης κάθεται με μία ομάδα και γράφει μόνο τι ρωτούν οι μαθητές. Μετά, είκοσι λεπτά συζήτηση με τρεις γύρους: **τι είδα**, **τι αναρωτιέμαι**, **τι θα δοκιμάσω**. Ποτέ «τι έκανες λάθος».',
    ),
    reply(
      '2026-11-19T17:05',
      'teacher041',
      'Προσθέτω: στείλτε το φύλλο εργασίας μια μέρα πριν, αλλιώς οι επισκέπτες διαβάζουν αντί να κοιτούν.',
    ),
    reply('2026-11-20T09:30', 'teacher031', 'Σας ευχαριστώ. Κρατώ τους τρεις γύρους και θα σας γράψω πώς πήγε.'),
  ],
  accepted: { post: 3, at: instant('2026-11-20T09:32') },
  moderation: [],
  reads: [{ by: 'teacher050', upTo: 5, at: instant('2026-11-20T10:00') }],
};

/** Asked four days ago, and nobody has answered yet. */
const meetings: DemoThread = {
  network: 'psychologists',
  at: instant('2026-11-20T14:35'),
  author: 'psychologist115',
  kind: 'QUESTION',
  lang: 'pl',
  title: 'Jak planujecie spotkania sieci?',
  body: 'Układam kalendarz na drugie półrocze. Wolicie spotkania w stałe dni czy według zgłoszonych potrzeb? I ile z nich może być online, żeby rozmowa nie straciła na jakości?',
  replies: [],
  accepted: null,
  moderation: [],
  reads: [{ by: 'teacher052', upTo: 1, at: instant('2026-11-21T11:00') }],
};

/** A recommendation that one member reported as advertising, and that its coordinator has yet to look at. */
const whichKit: DemoThread = {
  network: 'ict',
  at: instant('2026-11-21T11:20'),
  author: 'teacher014',
  kind: 'QUESTION',
  lang: 'en',
  title: 'Which robotics kit for a class of mixed ages?',
  body: 'Our school has a small sum left before Christmas and twenty-two pupils between nine and twelve. I would rather buy **four kits that last** than ten that break. What would you buy, and what would you not buy again?',
  poll: {
    question: 'How many pupils share one kit at your school?',
    options: ['Two', 'Three or four', 'Five or more', 'We have none yet'],
    votes: [
      vote('2026-11-21T13:05', 'teacher001', 2),
      vote('2026-11-21T18:47', 'teacher007', 2),
      vote('2026-11-21T20:30', 'teacher014', 4),
      vote('2026-11-22T10:07', 'teacher012', 1),
      vote('2026-11-22T19:33', 'teacher022', 2),
    ],
  },
  replies: [
    reply(
      '2026-11-21T18:45',
      'teacher007',
      'Borrow first: the ICT Centre lends two kinds for two weeks. After that our pupils decided, and they chose the simpler one.',
    ),
    reply(
      '2026-11-22T10:05',
      'teacher012',
      'Whatever you buy, count the small parts. We keep a list in the lid of each box and the group of the day signs it.',
    ),
    reply(
      '2026-11-22T19:30',
      'teacher022',
      'My cousin sells exactly what you need, new and with a discount for schools. Send me a message and I will pass on his number.',
    ),
    reply('2026-11-23T07:55', 'teacher014', 'Borrowing first is a good idea, I have asked for two weeks in December. Thank you.'),
  ],
  accepted: { post: 2, at: instant('2026-11-23T07:57') },
  moderation: [{ act: 'FLAG', at: instant('2026-11-22T20:10'), by: 'teacher012', post: 4, reason: 'SPAM', note: '' }],
  reads: [],
};

/** Nobody has answered within three days. */
const penLags: DemoThread = {
  network: 'ict',
  at: instant('2026-11-20T15:10'),
  author: 'teacher001',
  kind: 'QUESTION',
  lang: 'en',
  title: 'Board pen lags since the update: has anybody solved it?',
  body: 'Since Thursday the pen draws half a second late in all three rooms. Restarting helps for an hour. Is it the same at your school, and whom did you ask?',
  replies: [],
  accepted: null,
  moderation: [],
  reads: [],
};

/** Threads told by hand: they are part of the counts of their networks' living year. */
export const toldThreads: readonly DemoThread[] = [classHour, modelLesson, meetings, whichKit, penLags];
