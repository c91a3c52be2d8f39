/** A question with its choices; `right` are the places of those that are right, from 0. */
export interface DemoQuestion {
  title: string;
  choices: readonly string[];
  right: readonly number[];
  explanation: string;
}

/** A quiz of a network, as it is written. */
export interface DemoQuiz {
  network: string;
  title: string;
  outcome: string;
  summary: string;
  questions: readonly DemoQuestion[];
}

const q = (title: string, right: readonly number[], choices: readonly string[], explanation: string): DemoQuestion => ({
  title,
  choices,
  right,
  explanation,
});

/** The quizzes of the demo world. */
export const quizzes: readonly DemoQuiz[] = [
  {
    network: 'ict',
    title: 'May I use this picture in class?',
    outcome: 'You know which of the pictures you find you may copy, change and hand out.',
    summary: 'Five questions on licences, each from a case that a colleague asked about.',
    questions: [
      q(
        'A photo is under CC BY. What must stand beside it on your worksheet?',
        [1],
        ['Nothing, it is free', 'Who made it, and the licence', 'A stamp of your school'],
        'Attribution is the one thing that CC BY asks for: who made it, under which licence, and whether you changed it.',
      ),
      q(
        'Which of these may you change and hand out changed?',
        [0, 2],
        ['A drawing under CC BY-SA', 'A map under CC BY-ND', 'A recording under CC0'],
        'ND means that no changed work is handed out. SA allows it, under the same licence.',
      ),
      q(
        'You mix your own text with a picture under CC BY-SA. How may you share the whole?',
        [1],
        ['Under any licence', 'Under CC BY-SA', 'Not at all'],
        'Share alike: what is made of it goes out under the same licence.',
      ),
      q(
        'A page says nothing about rights. What does that mean for its pictures?',
        [2],
        ['They are free to use', 'They are free for schools', 'All rights are kept; ask, or look elsewhere'],
        'Silence is no licence. Many countries allow some uses in lessons, but not publishing.',
      ),
      q(
        'Pupils are in the photo of your project. What do you need before you publish it?',
        [0],
        ['Consent of their parents', 'Consent of the photographer alone', 'Nothing, if no names are given'],
        'A face is personal data, with or without a name.',
      ),
    ],
  },
  {
    network: 'safenet',
    title: 'Passwords and privacy: check yourself',
    outcome: 'You can answer what pupils ask about passwords, and say why.',
    summary: 'Four questions to begin a lesson with, or to end one.',
    questions: [
      q(
        'What makes a password hard to guess?',
        [0],
        ['Its length', 'A capital letter at its beginning', 'The year at its end'],
        'Length counts most. Four unrelated words beat eight strange signs, and are easier to keep.',
      ),
      q(
        'Which of these should have a password of their own?',
        [0, 1],
        ['The mail account', 'The class register', 'A game that knows nothing of you, as long as it shares none'],
        'Who holds the mail account can reset all others.',
      ),
      q(
        'A friend asks a pupil for a code that was sent to the pupil’s phone. What is it probably for?',
        [1],
        ['To prove that they are friends', 'To sign in as the pupil', 'To win a prize'],
        'Codes are the second key to an account. Nobody honest asks for them.',
      ),
      q(
        'When should a password be changed?',
        [2],
        ['Every month', 'Every year', 'When somebody else may know it'],
        'Changing for its own sake leads to weaker passwords; changing after a leak helps.',
      ),
    ],
  },
  {
    network: 'experiment',
    title: 'Ασφάλεια στο σχολικό εργαστήριο',
    outcome: 'Ξέρετε τι ελέγχετε πριν από κάθε πείραμα και τι κάνετε αν κάτι πάει στραβά.',
    summary: 'Τέσσερις ερωτήσεις πριν από το πρώτο πείραμα της χρονιάς.',
    questions: [
      q(
        'Αραιώνετε οξύ. Με ποια σειρά;',
        [1],
        ['Ρίχνω νερό στο οξύ', 'Ρίχνω το οξύ στο νερό, λίγο λίγο', 'Δεν έχει σημασία'],
        'Η αραίωση εκλύει θερμότητα. Με το νερό από κάτω, η θερμότητα μοιράζεται και τίποτα δεν πετάγεται.',
      ),
      q(
        'Τι φορά όποιος ζεσταίνει υγρό σε δοκιμαστικό σωλήνα;',
        [0, 1],
        ['Γυαλιά προστασίας', 'Ρόμπα', 'Ακουστικά'],
        'Το στόμιο δεν κοιτάζει ποτέ προς πρόσωπο, ούτε το δικό μας.',
      ),
      q(
        'Έπεσε υγρό στο μάτι ενός μαθητή. Τι γίνεται πρώτα;',
        [0],
        ['Πλύσιμο με πολύ νερό, τουλάχιστον δέκα λεπτά', 'Τηλέφωνο στους γονείς', 'Ψάχνουμε το αντίδοτο'],
        'Το νερό είναι το πρώτο και το πιο επείγον. Τα τηλέφωνα γίνονται ταυτόχρονα από άλλον.',
      ),
      q(
        'Πού πάει ό,τι περίσσεψε από το πείραμα;',
        [2],
        ['Πίσω στο μπουκάλι', 'Στον νεροχύτη', 'Στο δοχείο αποβλήτων που γράφει το όνομά του'],
        'Ό,τι γύρισε στο μπουκάλι μπορεί να χάλασε όλο το μπουκάλι.',
      ),
    ],
  },
  {
    network: 'early',
    title: 'Adaptacja trzylatków: sprawdź się',
    outcome: 'Wiadomo, co pomaga dziecku i rodzicom w pierwszych tygodniach.',
    summary: 'Cztery pytania na wrześniowe spotkanie zespołu.',
    questions: [
      q(
        'Co najbardziej pomaga przy porannym rozstaniu?',
        [1],
        ['Wyjść niepostrzeżenie', 'Krótkie pożegnanie, zawsze takie samo', 'Zostać, aż dziecko przestanie płakać'],
        'Powtarzalność daje dziecku pewność, że rozstanie ma koniec.',
      ),
      q(
        'Które zdania do rodzica pomagają?',
        [0, 2],
        ['„Po kwadransie bawił się przy stole z wodą.”', '„Inne dzieci już nie płaczą.”', '„Jutro proszę dać mu coś z domu.”'],
        'Konkret uspokaja, porównanie rani.',
      ),
      q(
        'Kiedy dobrze spotkać się z rodzicami po raz pierwszy?',
        [0],
        ['Przed pierwszym dniem dziecka', 'Gdy pojawi się kłopot', 'Na koniec września'],
        'Pierwsza rozmowa bez kłopotu jest łatwiejsza dla obu stron.',
      ),
      q(
        'Dziecko trzeci tydzień nie mówi w grupie. Co najpierw?',
        [2],
        ['Zachęcać je przed grupą', 'Wysłać do poradni', 'Zapytać rodziców, jak mówi w domu, i obserwować'],
        'Milczenie w nowym miejscu bywa zwykłe. Obserwacja i rozmowa to pierwszy krok.',
      ),
    ],
  },
  {
    network: 'class',
    title: 'Родительское собрание: проверьте себя',
    outcome: 'Вы знаете, что говорить при всех, а что наедине.',
    summary: 'Четыре вопроса за десять минут до собрания.',
    questions: [
      q(
        'О чём говорят при всех?',
        [0, 1],
        ['О планах класса', 'О том, как устроена помощь с уроками', 'Об оценках каждого ученика'],
        'Всё, что касается одного ребёнка, говорят его родителям и без свидетелей.',
      ),
      q(
        'Родитель пришёл сердитым. С чего начать?',
        [1],
        ['Объяснить, почему он не прав', 'Дать договорить и повторить своими словами, что его тревожит', 'Позвать директора'],
        'Пока человек не услышан, доводы не помогают.',
      ),
      q(
        'Собрание длится час. Сколько времени оставить на вопросы?',
        [2],
        ['Сколько останется', 'Пять минут', 'Не меньше двадцати минут'],
        'Вопросы родителей и есть то, ради чего они пришли.',
      ),
      q(
        'Что сделать после собрания?',
        [0],
        ['Коротко записать, о чём договорились, и послать всем', 'Ничего', 'Ждать следующего собрания'],
        'Запись нужна и тем, кто не пришёл.',
      ),
    ],
  },
];
