import type { Subject } from './phrases.js';

/** Principals. */
export const principals: Subject = {
  items: ['Substitution plan', 'Staff meeting', 'New teachers', 'School budget', 'Self-evaluation', 'Class visits', 'Parents association', 'Emergency drill'],
  questions: ['how do you organise it?', 'what do you delegate?', 'how long does it take you?', 'what did you stop doing?', 'a form to share', 'who checks it?'],
  asks: ['I want to spend less time on it and more in classrooms.', 'What is the least that is still good?', 'How do you tell the staff?', 'Which figures do you look at?'],
  answers: [
    'Half of the agenda goes out in writing beforehand; the meeting is for what needs talk.',
    'Each new colleague has a mentor and one hour a week that is not taken away.',
    'I visit for fifteen minutes, twice a week, and leave one question behind.',
    'Two of us do it together. The other sees what I overlook.',
    'We stopped asking for reports that nobody read. It freed a day.',
    'Choose three goals, not eleven, and write who does what until when.',
    'The substitution plan is made by a colleague who likes puzzles. I only sign it.',
    'Ask the caretaker too; he sees the building at seven in the morning.',
    'Show the budget as one page with colours. The questions got better at once.',
    'The drill without notice is the only one that tells you anything.',
  ],
};

/** Erasmus+ Starters. */
export const erasmus: Subject = {
  items: ['First application', 'Finding partners', 'eTwinning project', 'Mobility of pupils', 'Budget of a project', 'Insurance and consent', 'Dissemination'],
  questions: ['where do we start?', 'what took longest?', 'who writes it?', 'what would you do differently?', 'our experience', 'is it possible for a small school?'],
  asks: ['The deadline is in spring.', 'We are four teachers and have no English teacher among us.', 'What do the reviewers look for?', 'How do you keep the papers in order?'],
  answers: [
    'Start with eTwinning. By the time you apply you know whether the partner answers e-mails.',
    'Write the need first, in one page, without the word innovative.',
    'Count the hours of the person who does the papers, and give her a lighter timetable.',
    'Take a partner of your own size. A big school has other worries.',
    'We asked School Activities to read the draft. They found the contradiction in the budget.',
    'Plan the weeks at school before the journey and after it; the journey itself is short.',
    'Keep each receipt with a photograph and one line. Future you will be grateful.',
    'Consent forms in the language of the family, and six weeks ahead.',
    'Show the results to the town, not only to the agency. The next class will come by itself.',
  ],
};
