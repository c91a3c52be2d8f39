import type { Subject } from './phrases.js';

/** Principals. */
export const principals: Subject = {
  items: [
    'Substitution plan',
    'Staff meeting',
    'New teachers',
    'School budget',
    'Self-evaluation',
    'Class visits',
    'Parents association',
    'Emergency drill',
  ],
  questions: [
    'how do you organise it?',
    'what do you delegate?',
    'how long does it take you?',
    'what did you stop doing?',
    'a form to share',
    'who checks it?',
  ],
  asks: [
    'I want to spend less time on it and more in classrooms.',
    'What is the least that is still good?',
    'How do you tell the staff?',
    'Which figures do you look at?',
  ],
  answers: [
    'Write it on one page. If it needs two, nobody will do it.',
    'I asked three colleagues what they would miss if we stopped. Nothing, they said.',
    ['Staff meeting', 'Half of the agenda goes out in writing beforehand; the meeting is for what needs talk.'],
    ['New teachers', 'Each new colleague has a mentor and one hour a week that is not taken away.'],
    ['Class visits', 'I visit for fifteen minutes, twice a week, and leave one question behind.'],
    'Two of us do it together. The other sees what I overlook.',
    'We stopped asking for reports that nobody read. It freed a day.',
    ['Self-evaluation', 'Choose three goals, not eleven, and write who does what until when.'],
    ['Substitution plan', 'The substitution plan is made by a colleague who likes puzzles. I only sign it.'],
    'Ask the caretaker too; he sees the building at seven in the morning.',
    ['School budget', 'Show the budget as one page with colours. The questions got better at once.'],
    ['Emergency drill', 'The drill without notice is the only one that tells you anything.'],
  ],
};

/** Erasmus+ Starters. */
export const erasmus: Subject = {
  items: [
    'First application',
    'Finding partners',
    'eTwinning project',
    'Mobility of pupils',
    'Budget of a project',
    'Insurance and consent',
    'Dissemination',
  ],
  questions: [
    'where do we start?',
    'what took longest?',
    'who writes it?',
    'what would you do differently?',
    'our experience',
    'is it possible for a small school?',
  ],
  asks: [
    'The deadline is in spring.',
    'We are four teachers and have no English teacher among us.',
    'What do the reviewers look for?',
    'How do you keep the papers in order?',
  ],
  answers: [
    'Ask somebody who was refused once. They know the form by heart.',
    'Begin in October; the spring deadline is closer than it looks.',
    'One evening together with another beginner school saved us weeks.',
    'Read last year’s published summaries: short, and full of ideas one can do.',
    ['eTwinning project', 'Start with eTwinning. By the time you apply you know whether the partner answers e-mails.'],
    ['First application', 'Write the need first, in one page, without the word innovative.'],
    'Count the hours of the person who does the papers, and give her a lighter timetable.',
    ['Finding partners', 'Take a partner of your own size. A big school has other worries.'],
    'We asked School Activities to read the draft. They found the contradiction in the budget.',
    ['Mobility of pupils', 'Plan the weeks at school before the journey and after it; the journey itself is short.'],
    ['Budget of a project', 'Keep each receipt with a photograph and one line. Future you will be grateful.'],
    ['Insurance and consent', 'Consent forms in the language of the family, and six weeks ahead.'],
    ['Dissemination', 'Show the results to the town, not only to the agency. The next class will come by itself.'],
  ],
};
