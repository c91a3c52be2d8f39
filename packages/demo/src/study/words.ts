import type { Lang } from '../texts.js';

/** What the paths of a language say; `{item}` stands for what the path is about, in the basic form. */
export interface PathWords {
  titles: readonly string[];
  outcome: string;
  summary: string;
  task: { title: string; text: string };
  /** What the quiz is for here. */
  quiz: string;
}

/** What those tell who tried something. */
export interface UseWords {
  WORKED: readonly string[];
  PARTLY: readonly string[];
  NOT: readonly string[];
}

export const pathWords: Readonly<Record<Lang, PathWords>> = {
  en: {
    titles: ['Getting started with {item}', '{item}: from a first try to a habit'],
    outcome: 'You have tried it in your own class, and can tell a colleague how it went.',
    summary: 'What the network has written on “{item}”, in the order in which its members would read it today.',
    task: {
      title: 'Try one thing in your class',
      text: 'Choose the smallest step of those above. Write down what you expected and what came.',
    },
    quiz: 'To see what has stayed.',
  },
  el: {
    titles: ['Τα πρώτα βήματα: {item}', '{item}: από τη δοκιμή στη συνήθεια'],
    outcome: 'Το έχετε δοκιμάσει στην τάξη σας και μπορείτε να πείτε σε συνάδελφο πώς πήγε.',
    summary: 'Όσα έγραψε το δίκτυο για «{item}», με τη σειρά που θα τα διάβαζαν σήμερα τα μέλη του.',
    task: {
      title: 'Δοκιμάστε ένα πράγμα στην τάξη σας',
      text: 'Διαλέξτε το πιο μικρό βήμα από τα παραπάνω. Γράψτε τι περιμένατε και τι έγινε.',
    },
    quiz: 'Για να δείτε τι έμεινε.',
  },
  pl: {
    titles: ['Pierwsze kroki: {item}', '{item}: od próby do nawyku'],
    outcome: 'Masz za sobą próbę we własnej klasie i możesz opowiedzieć o niej w zespole.',
    summary: 'Co sieć napisała na temat „{item}”, w kolejności, w której jej członkowie czytaliby to dzisiaj.',
    task: {
      title: 'Wypróbuj jedną rzecz w swojej klasie',
      text: 'Wybierz najmniejszy krok z powyższych. Zapisz, czego oczekujesz i co z tego wyszło.',
    },
    quiz: 'Żeby zobaczyć, co zostało.',
  },
  ru: {
    titles: ['Первые шаги: {item}', '{item}: от пробы к привычке'],
    outcome: 'Вы попробовали в своём классе и можете рассказать коллеге, что вышло.',
    summary: 'Что сеть написала на тему «{item}», в том порядке, в каком её участники читали бы это сегодня.',
    task: {
      title: 'Попробуйте одно в своём классе',
      text: 'Выберите самый маленький шаг из этих. Запишите, чего ждали и что вышло.',
    },
    quiz: 'Чтобы увидеть, что осталось.',
  },
};

export const useWords: Readonly<Record<Lang, UseWords>> = {
  en: {
    WORKED: [
      'Used it with a class of 24, in the third lesson of the day. The times fit; only the last part needed five minutes more.',
      'I cut it into two halves and gave the second one a week later. The pupils remembered more than I thought.',
      'Printed the easier page for everybody. Nobody asked why, and all of them finished.',
      'A colleague led it while I watched. We changed the first question and kept the rest.',
    ],
    PARTLY: [
      'The beginning went well, then it was too long for a Friday. Next time in two parts.',
      'Good with the older ones. With the younger ones I had to read the tasks aloud.',
    ],
    NOT: ['We have no room for groups of four, and in pairs it falls apart. I would need another form of it.'],
  },
  el: {
    WORKED: [
      'Το έκανα με 22 μαθητές, τρίτη ώρα. Οι χρόνοι βγήκαν· μόνο το τέλος ήθελε πέντε λεπτά ακόμη.',
      'Το έσπασα στα δύο και έδωσα το δεύτερο μέρος μια βδομάδα μετά. Θυμούνταν περισσότερα απ’ όσα περίμενα.',
      'Το ξεκίνησε συνάδελφος και εγώ παρακολουθούσα. Αλλάξαμε μόνο την πρώτη ερώτηση.',
    ],
    PARTLY: ['Η αρχή πήγε καλά, μετά ήταν πολύ για Παρασκευή. Την επόμενη φορά σε δύο μέρη.'],
    NOT: ['Δεν χωράμε σε τετράδες και σε ζευγάρια δεν δουλεύει. Θα ήθελα άλλη μορφή.'],
  },
  pl: {
    WORKED: [
      'Próbowane w klasie 23-osobowej, na trzeciej lekcji. Czas się zgadza, tylko koniec potrzebował pięciu minut więcej.',
      'Podzielone na dwie części, druga tydzień później. Dzieci pamiętały więcej, niż się spodziewałam.',
      'Łatwiejsza strona dla wszystkich. Nikt nie pytał dlaczego, a wszyscy skończyli.',
    ],
    PARTLY: ['Początek dobry, potem za długo jak na piątek. Następnym razem w dwóch częściach.'],
    NOT: ['Nie mamy miejsca na pracę w czwórkach, a w parach się rozpada. Przydałaby się inna wersja.'],
  },
  ru: {
    WORKED: [
      'Провела в классе из 25 человек, третьим уроком. По времени сошлось, только концу нужно ещё пять минут.',
      'Разделила на две части, вторую дала через неделю. Запомнили больше, чем я думала.',
      'Вёл коллега, я смотрела. Поменяли первый вопрос, остальное оставили.',
    ],
    PARTLY: ['Начало пошло хорошо, потом стало длинно для пятницы. В следующий раз в двух частях.'],
    NOT: ['По четверо нам негде сесть, а в парах разваливается. Нужен другой вид этого занятия.'],
  },
};
