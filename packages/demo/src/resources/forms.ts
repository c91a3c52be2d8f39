import type { Lang } from '../texts.js';

/** Kinds of which the demo has resources. */
export type DemoResourceKind = 'GUIDE' | 'LESSON_SCENARIO' | 'WORKSHEET' | 'PRESENTATION' | 'GOOD_PRACTICE';

/** How a kind of resource on some item is written in a language; `{item}` stands for the item as it is named, in the basic form. */
export interface Form {
  title: string;
  outcome: string;
  summary: string;
  /** Markdown before what colleagues say. */
  body: string;
}

type Forms = Readonly<Record<DemoResourceKind, Form>>;

/** Forms of all languages. */
export const forms: Readonly<Record<Lang, Forms>> = {
  en: {
    GUIDE: {
      title: '{item}: a short guide',
      outcome: 'You can begin tomorrow, and know what to watch in the first month.',
      summary:
        '“{item}” in small steps: what to prepare, whom to ask, what to leave out. Written by members of the network from their own practice.',
      body: '# Before you begin\n\n- Agree on one aim with a colleague.\n- Keep the first try short.\n- Write down what you expect.\n\n# On the way',
    },
    LESSON_SCENARIO: {
      title: '{item}: one lesson',
      outcome: 'You can lead a lesson of 45 minutes with nothing but paper and the board.',
      summary: 'A lesson on “{item}” with times, questions and what to do when it stops. Tried in three classes.',
      body: '# The course\n\n1. Ten minutes: what do we know?\n2. Twenty minutes: work in groups of four.\n3. Ten minutes: each group shows one thing.\n4. Five minutes: what stays?\n\n# From our classes',
    },
    WORKSHEET: {
      title: 'Worksheet: {item}',
      outcome: 'Your pupils can work on their own for twenty minutes.',
      summary: 'One page on “{item}”, with a second one that is easier to read. Copy, cut and change it as you need.',
      body: '# Tasks\n\n1. Look and note three things.\n2. Compare with your neighbour.\n3. Write one question you still have.\n\n# Notes for teachers',
    },
    PRESENTATION: {
      title: '{item}: slides for a staff meeting',
      outcome: 'You can explain it to colleagues in ten minutes.',
      summary: 'Eight slides on “{item}” with speaking notes, for a meeting of teachers or parents.',
      body: '# The thread\n\n- Why now\n- What we tried\n- What we ask of you\n\n# What to say',
    },
    GOOD_PRACTICE: {
      title: 'What worked for us: {item}',
      outcome: 'You can carry it over to your school in one term.',
      summary: 'How a school of the county went about “{item}”, what it cost and what came of it.',
      body: '',
    },
  },
  el: {
    GUIDE: {
      title: '{item}: σύντομος οδηγός',
      outcome: 'Μπορείτε να ξεκινήσετε αύριο και ξέρετε τι να προσέξετε τον πρώτο μήνα.',
      summary: '«{item}» με μικρά βήματα: τι να ετοιμάσετε, ποιον να ρωτήσετε, τι να αφήσετε έξω. Από την πράξη μελών του δικτύου.',
      body: '# Πριν ξεκινήσετε\n\n- Συμφωνήστε έναν στόχο με συνάδελφο.\n- Κρατήστε σύντομη την πρώτη δοκιμή.\n- Γράψτε τι περιμένετε.\n\n# Στην πορεία',
    },
    LESSON_SCENARIO: {
      title: '{item}: μία διδακτική ώρα',
      outcome: 'Μπορείτε να κάνετε μάθημα 45 λεπτών μόνο με χαρτί και πίνακα.',
      summary: 'Ένα μάθημα για «{item}» με χρόνους, ερωτήσεις και τι κάνουμε όταν κολλήσει. Δοκιμάστηκε σε τρία τμήματα.',
      body: '# Η πορεία\n\n1. Δέκα λεπτά: τι ξέρουμε;\n2. Είκοσι λεπτά: εργασία σε τετράδες.\n3. Δέκα λεπτά: κάθε ομάδα δείχνει ένα πράγμα.\n4. Πέντε λεπτά: τι μένει;\n\n# Από τις τάξεις μας',
    },
    WORKSHEET: {
      title: 'Φύλλο εργασίας: {item}',
      outcome: 'Οι μαθητές σας μπορούν να δουλέψουν μόνοι τους για είκοσι λεπτά.',
      summary: 'Μία σελίδα για «{item}» και μία δεύτερη που διαβάζεται ευκολότερα. Αντιγράψτε και αλλάξτε το όπως θέλετε.',
      body: '# Δραστηριότητες\n\n1. Παρατηρήστε και σημειώστε τρία πράγματα.\n2. Συγκρίνετε με τον διπλανό σας.\n3. Γράψτε μία ερώτηση που σας έμεινε.\n\n# Σημειώσεις για εκπαιδευτικούς',
    },
    PRESENTATION: {
      title: '{item}: διαφάνειες για τον σύλλογο',
      outcome: 'Μπορείτε να το εξηγήσετε σε συναδέλφους σε δέκα λεπτά.',
      summary: 'Οκτώ διαφάνειες για «{item}» με σημειώσεις ομιλητή, για σύλλογο ή συνάντηση γονέων.',
      body: '# Το νήμα\n\n- Γιατί τώρα\n- Τι δοκιμάσαμε\n- Τι ζητάμε από εσάς\n\n# Τι να πείτε',
    },
    GOOD_PRACTICE: {
      title: 'Τι μας βγήκε: {item}',
      outcome: 'Μπορείτε να το μεταφέρετε στο σχολείο σας σε ένα τρίμηνο.',
      summary: 'Πώς δούλεψε ένα σχολείο της περιοχής το «{item}», τι χρειάστηκε και τι προέκυψε.',
      body: '',
    },
  },
  pl: {
    GUIDE: {
      title: '{item}: krótki poradnik',
      outcome: 'Można zacząć jutro i wiadomo, na co uważać w pierwszym miesiącu.',
      summary: '„{item}” małymi krokami: co przygotować, kogo zapytać, co pominąć. Z praktyki osób z sieci.',
      body: '# Zanim zaczniesz\n\n- Ustal jeden cel z kimś z zespołu.\n- Pierwsza próba niech będzie krótka.\n- Zapisz, czego oczekujesz.\n\n# Po drodze',
    },
    LESSON_SCENARIO: {
      title: '{item}: jedna lekcja',
      outcome: 'Można poprowadzić 45 minut, mając tylko kartki i tablicę.',
      summary: 'Zajęcia na temat „{item}” z czasem, pytaniami i planem na chwilę ciszy. Sprawdzone w trzech klasach.',
      body: '# Przebieg\n\n1. Dziesięć minut: co już wiemy?\n2. Dwadzieścia minut: praca w czwórkach.\n3. Dziesięć minut: każda grupa pokazuje jedną rzecz.\n4. Pięć minut: co zostaje?\n\n# Z naszych klas',
    },
    WORKSHEET: {
      title: 'Karta pracy: {item}',
      outcome: 'Uczniowie mogą pracować samodzielnie przez dwadzieścia minut.',
      summary: 'Jedna strona na temat „{item}” i druga, łatwiejsza do czytania. Można kopiować, ciąć i zmieniać.',
      body: '# Zadania\n\n1. Zobacz i zanotuj trzy rzeczy.\n2. Porównaj z osobą obok.\n3. Zapisz jedno pytanie, które zostało.\n\n# Uwagi dla prowadzących',
    },
    PRESENTATION: {
      title: '{item}: slajdy na radę pedagogiczną',
      outcome: 'Można to wyjaśnić gronu w dziesięć minut.',
      summary: 'Osiem slajdów na temat „{item}” z notatkami, na radę albo zebranie z rodzicami.',
      body: '# Wątek\n\n- Dlaczego teraz\n- Czego próbujemy\n- O co prosimy\n\n# Co powiedzieć',
    },
    GOOD_PRACTICE: {
      title: 'Co się u nas sprawdziło: {item}',
      outcome: 'Można to przenieść do swojej szkoły w jeden semestr.',
      summary: 'Jak szkoła z powiatu podeszła do tematu „{item}”, ile to kosztowało i co z tego wyszło.',
      body: '',
    },
  },
  ru: {
    GUIDE: {
      title: '{item}: короткое пособие',
      outcome: 'Можно начать завтра и знать, на что смотреть в первый месяц.',
      summary: '«{item}» маленькими шагами: что подготовить, кого спросить, что оставить. Из практики участников сети.',
      body: '# До начала\n\n- Договоритесь с коллегой об одной цели.\n- Первая проба пусть будет короткой.\n- Запишите, чего ждёте.\n\n# По дороге',
    },
    LESSON_SCENARIO: {
      title: '{item}: один урок',
      outcome: 'Можно провести 45 минут, имея только бумагу и доску.',
      summary: 'Занятие на тему «{item}» с временем, вопросами и планом на случай тишины. Проверено в трёх классах.',
      body: '# Ход\n\n1. Десять минут: что мы знаем?\n2. Двадцать минут: работа по четверо.\n3. Десять минут: каждая группа показывает одно.\n4. Пять минут: что останется?\n\n# Из наших классов',
    },
    WORKSHEET: {
      title: 'Рабочий лист: {item}',
      outcome: 'Ученики могут двадцать минут работать сами.',
      summary: 'Одна страница на тему «{item}» и вторая, которую легче читать. Копируйте, режьте и меняйте.',
      body: '# Задания\n\n1. Посмотрите и запишите три вещи.\n2. Сравните с соседом.\n3. Напишите вопрос, который остался.\n\n# Заметки для учителя',
    },
    PRESENTATION: {
      title: '{item}: слайды для педсовета',
      outcome: 'Можно объяснить коллегам за десять минут.',
      summary: 'Восемь слайдов на тему «{item}» с заметками, для педсовета или собрания.',
      body: '# Нить\n\n- Почему сейчас\n- Что мы пробовали\n- О чём просим\n\n# Что сказать',
    },
    GOOD_PRACTICE: {
      title: 'Что у нас получилось: {item}',
      outcome: 'Можно перенести в свою школу за полугодие.',
      summary: 'Как школа района взялась за тему «{item}», чего это стоило и что вышло.',
      body: '',
    },
  },
};
