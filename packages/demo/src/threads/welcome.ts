import type { Lang } from '../texts.js';

/** The thread with which every coordinator begins, and which stays on top. */
export const welcome: Readonly<Record<Lang, { title: string; body: string; answers: readonly string[] }>> = {
  en: {
    title: 'Welcome: how we talk here',
    body: 'Welcome to everybody who joined. Three things keep this place useful:\n\n1. Ask as you would ask a colleague in the corridor.\n2. No names of pupils and no recognisable cases.\n3. Say afterwards how it went, also when it did not work.\n\nWho are you, and what would you like to know by Christmas?',
    answers: [
      'Hello to all. I look forward to the robotics and the mistakes of others.',
      'Hello from the other side of the bay. I have more questions than answers, as usual.',
      'Glad that rule 3 is there. That is where one learns.',
    ],
  },
  el: {
    title: 'Καλωσορίσατε: πώς συζητάμε εδώ',
    body: 'Καλωσορίσατε όλοι. Τρία πράγματα κρατούν αυτόν τον χώρο χρήσιμο:\n\n1. Ρωτάμε όπως θα ρωτούσαμε έναν συνάδελφο στον διάδρομο.\n2. Δεν γράφουμε ονόματα μαθητών ούτε περιστατικά που αναγνωρίζονται.\n3. Λέμε μετά πώς πήγε, κι όταν δεν πέτυχε.\n\nΣυστηθείτε και πείτε μας τι θα θέλατε να μάθετε ως τα Χριστούγεννα.',
    answers: [
      'Καλησπέρα σε όλους. Έχω περισσότερες ερωτήσεις παρά απαντήσεις.',
      'Χαίρομαι που υπάρχει ο τρίτος κανόνας. Από εκεί μαθαίνουμε.',
      'Καλή αρχή. Θα φέρω στην πρώτη συνάντηση δύο ιδέες που δεν μας πέτυχαν.',
    ],
  },
  pl: {
    title: 'Witamy: jak tu rozmawiamy',
    body: 'Witamy wszystkich. Trzy rzeczy sprawiają, że to miejsce działa:\n\n1. Pytamy tak, jak na korytarzu pytamy kogoś z pokoju obok.\n2. Bez imion uczniów i bez przypadków, które można rozpoznać.\n3. Piszemy potem, jak poszło, także gdy się nie udało.\n\nKim jesteście i czego chcecie się dowiedzieć do świąt?',
    answers: [
      'Dzień dobry wszystkim. Mam więcej pytań niż odpowiedzi.',
      'Dobrze, że jest punkt trzeci. Z tego uczymy się najwięcej.',
      'Witam. Na pierwsze spotkanie przyniosę dwa pomysły, które nie wyszły.',
    ],
  },
  ru: {
    title: 'Добро пожаловать: как мы здесь разговариваем',
    body: 'Добро пожаловать всем. Три правила, на которых всё держится:\n\n1. Спрашиваем так, как спросили бы коллегу в коридоре.\n2. Без имён учеников и без узнаваемых случаев.\n3. Потом пишем, как прошло, даже если не получилось.\n\nРасскажите, кто вы и что хотели бы узнать до Нового года.',
    answers: [
      'Здравствуйте, коллеги. Вопросов у меня больше, чем ответов.',
      'Хорошо, что есть третье правило. На нём и учимся.',
      'Всем доброго дня. На первую встречу принесу два сценария, которые не удались.',
    ],
  },
};

/** With which words a coordinator pins the welcome, and closes a thread of the old year. */
export const reasons: Readonly<Record<Lang, { pin: string; lock: string; advert: string; offTopic: string; kept: string }>> = {
  en: {
    pin: 'Read this first.',
    lock: 'The school year is over. Please open a new thread if the question comes up again.',
    advert: 'Advertising. Materials are shared here, not sold.',
    offTopic: 'This belongs to another network.',
    kept: 'A sharp tone, but about the matter. It stays.',
  },
  el: {
    pin: 'Διαβάστε το πρώτα.',
    lock: 'Η σχολική χρονιά τελείωσε. Αν χρειαστεί, ανοίξτε νέα συζήτηση.',
    advert: 'Διαφήμιση. Εδώ μοιραζόμαστε υλικό, δεν το πουλάμε.',
    offTopic: 'Ανήκει σε άλλο δίκτυο.',
    kept: 'Έντονος τόνος, αλλά για το θέμα. Παραμένει.',
  },
  pl: {
    pin: 'Proszę przeczytać najpierw.',
    lock: 'Rok szkolny się skończył. Jeśli pytanie wróci, proszę założyć nowy wątek.',
    advert: 'Reklama. Materiałami się tu dzielimy, nie sprzedajemy ich.',
    offTopic: 'To temat innej sieci.',
    kept: 'Ostry ton, ale na temat. Zostaje.',
  },
  ru: {
    pin: 'Прочитайте сначала.',
    lock: 'Учебный год закончился. Если вопрос снова возникнет, откройте новую тему.',
    advert: 'Реклама. Здесь материалами делятся, а не торгуют ими.',
    offTopic: 'Это тема другой сети.',
    kept: 'Резко, но по делу. Остаётся.',
  },
};

/** Posts that their moderators had to look at. */
export const troublesome: Readonly<Record<Lang, { advert: string; sharp: string }>> = {
  en: {
    advert: 'I sell a complete set of 200 worksheets on this topic, answers included. Write to me privately, discount until Friday.',
    sharp: 'Honestly, if a lesson needs that much preparation, the idea is wrong and not the class.',
  },
  el: {
    advert: 'Πουλάω πλήρες πακέτο με 200 φύλλα εργασίας για το θέμα, με λύσεις. Στείλτε μήνυμα, έκπτωση ως την Παρασκευή.',
    sharp: 'Ειλικρινά, αν ένα μάθημα θέλει τόση προετοιμασία, φταίει η ιδέα και όχι η τάξη.',
  },
  pl: {
    advert: 'Sprzedaję komplet 200 kart pracy na ten temat, z odpowiedziami. Proszę pisać prywatnie, rabat do piątku.',
    sharp: 'Szczerze: jeśli zajęcia wymagają tylu przygotowań, to zły jest pomysł, a nie klasa.',
  },
  ru: {
    advert: 'Продаю полный комплект из 200 рабочих листов по теме, с ответами. Пишите лично, скидка до пятницы.',
    sharp: 'Честно говоря, если урок требует такой подготовки, виноват замысел, а не класс.',
  },
};
