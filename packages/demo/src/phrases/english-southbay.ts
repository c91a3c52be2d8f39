import type { Subject } from './phrases.js';

/** ICT in Class. */
export const ict: Subject = {
  items: ['Interactive board', 'Robotics kit', 'Tablets in pairs', 'Shared documents', 'Block programming', 'Class web page', 'Video in lessons', 'Spreadsheet for science', 'Chat assistants', 'Old laptops'],
  questions: ['where do you begin?', 'how do you share one between four groups?', 'what do you do when the network fails?', 'is it worth a whole lesson?', 'a lesson that worked', 'how do you assess it?', 'which age did you try?'],
  asks: ['What is the first task you give?', 'How much time do you plan for it?', 'What should I leave out the first time?', 'How do you keep those busy who finish early?', 'Is there something you would not do again?'],
  answers: [
    'Give each group a role card: one reads, one types, one checks. They change every ten minutes.',
    'Have the task on paper too. When the network fails, the lesson does not.',
    'Begin with something they can break without harm, then ask what happened and why.',
    ['Robotics kit', 'We borrow the kit from the ICT Centre for two weeks; a day is too short to learn anything.'],
    ['Tablets in pairs', 'One device for two pupils is better than one each: they talk about what they do.'],
    'Write the goal on the board in one sentence. If it does not fit, it is two lessons.',
    'Let them plan with a pencil first. Those who plan finish sooner.',
    'I keep three ready tasks in a folder: easy, normal, open. Nobody waits.',
    'Assess the explanation, not the screen: two minutes in which they tell how it works.',
    'Screens down while somebody speaks. It is the only rule that I never give up.',
    'A pupil who knows more than I do becomes the helper of the day, with a badge.',
    ['Tablets in pairs', 'Charge everything the evening before and label each charger; it saves the first ten minutes.'],
    'Look at it from the subject: if pen and paper do it better, use pen and paper.',
    'We end every lesson by saving one sentence about what we did not understand.',
  ],
};

/** Inclusive Classroom. */
export const inclusive: Subject = {
  items: ['Visual timetable', 'Quiet corner', 'Working in pairs', 'Simpler texts', 'Instructions in steps', 'Second adult in class', 'Homework', 'Transitions', 'Group work'],
  questions: ['what made the difference?', 'how do you explain it to the class?', 'how do you begin in September?', 'does it help everyone?', 'what we changed', 'who prepares it?', 'how do you know that it works?'],
  asks: ['I do not want to single anybody out.', 'How do you do it without twice the preparation?', 'What do you say to the other parents?', 'I would like something small that lasts.'],
  answers: [
    'Start with one lesson a day, always the same one. The rest follows.',
    'Tell the class why, in one sentence, and do not come back to it.',
    'We made it for everybody, not for one child. After a week nobody noticed it and everybody used it.',
    ['Instructions in steps', 'Three steps on the board, ticked off as we go. It calms the whole class, me included.'],
    'Ask the pupil what helps. I was wrong twice before I asked.',
    ['Simpler texts', 'Same text, three lengths, one set of questions. The discussion afterwards is for all.'],
    ['Second adult in class', 'A second adult helps most when she works with different children each day.'],
    ['Transitions', 'We announce each change five minutes before, with the same small bell.'],
    ['Quiet corner', 'The quiet corner has a timer and no questions asked. They come back by themselves.'],
    'Write down one thing that went well each day; after a month you see a pattern.',
    'Talk with the family first. They know what a bad day looks like and what ends it.',
    'Let them answer by showing, drawing or speaking. The goal is the same.',
    ['Working in pairs', 'Sit the pairs by what they can give each other, and change them every month.'],
    'The Diagnosis and Support Centre looked at our plan and crossed out half of it. It got better.',
  ],
};

/** Preventing Violence. */
export const violence: Subject = {
  items: ['Break duty', 'Class rules', 'Group chats', 'Talking after a fight', 'Bystanders', 'First week of term', 'School bus', 'Parents in conflict'],
  questions: ['what do you do first?', 'who speaks with whom?', 'how do you write it down?', 'what helps in the long run?', 'our way of doing it', 'when do you call the family?'],
  asks: ['I want to act early and not make it bigger than it is.', 'We have a procedure, but it is eleven pages long.', 'What do you say in the first minute?', 'How do you follow up after a week?'],
  answers: [
    'Agree beforehand who does what, and put it on one page by the staff room door.',
    'Begin with the adults: if we answer in five ways, the children learn none.',
    'First safety, then calm, then questions. Never questions in front of others.',
    'Speak with each child alone and ask the same three questions: what happened, who was touched by it, what would put it right.',
    'We write one page within the day: what was seen, not what was guessed.',
    ['Bystanders', 'Bystanders are the key. We practise three sentences that anybody can say.'],
    ['Break duty', 'The duty plan now covers the corner behind the gym. Half of the incidents were there.'],
    ['Group chats', 'Call the family before they hear it from the chat.'],
    ['Class rules', 'Make the rule with the class and count how often it is kept, not how often it is broken.'],
    'Follow up after two days and after two weeks. The second talk matters more.',
    'The Youth Station came for an hour and the class told them what they had not told us.',
    ['Talking after a fight', 'Do not ask them to shake hands at once. It is for us, not for them.'],
    'We keep a list of places and times. After a month it showed us where to stand.',
  ],
};

/** Safe Internet. */
export const safenet: Subject = {
  items: ['Passwords', 'Photos of pupils', 'Screen time', 'Fake news', 'Class chat', 'Games with strangers', 'Privacy settings', 'Phones at school', 'Asking for help'],
  questions: ['how do you talk about it?', 'what do you tell parents?', 'do you have a good example?', 'what is your rule?', 'a lesson to share', 'from which age?'],
  asks: ['I look for something without fear and without lectures.', 'One lesson is all I have.', 'What questions do the pupils ask you?', 'How do you end such a lesson?'],
  answers: [
    'Ask what they would advise a younger child. They know more than they do.',
    'We take twenty minutes, one situation and no slides.',
    'Whatever you begin, repeat it in spring. Once is nothing.',
    'Write the three most important sentences on a card that goes home.',
    ['Privacy settings', 'Start with a made-up profile and let them find out everything about this person. Then ask what they would hide.'],
    ['Photos of pupils', 'We ask for consent twice: from the parents once a year and from the child each time.'],
    'No scary stories. They remember the fear and forget the advice.',
    ['Class chat', 'The class writes its own chat rules and signs them. In January we change what does not work.'],
    ['Games with strangers', 'Show how to block and report, on the real screens, step by step.'],
    ['Asking for help', 'Tell them three adults they can go to, with rooms and times.'],
    ['Fake news', 'Compare two articles on the same event and underline what is proved.'],
    'An evening for parents works when the pupils lead it.',
    ['Privacy settings', 'Let them check their own settings in pairs; nobody has to show a thing to me.'],
  ],
};

/** Libraries Alive. */
export const libraries: Subject = {
  items: ['Reading corner', 'Books in other languages', 'Library hour', 'Borrowing without a librarian', 'Reading aloud'],
  questions: ['how did you begin?', 'who keeps it going?', 'what do children choose?', 'what we would like to try'],
  asks: ['We have a room and four shelves.', 'The collection is older than I am.', 'I would like the pupils to run it.'],
  answers: [
    'Begin with one afternoon a week. It is easier to open more often than to close again.',
    'Ask the pupils what should be thrown out. They are stricter than we are.',
    'A small budget that pupils may spend themselves did more than a large one of ours.',
    ['Reading corner', 'Take away half of the books. Suddenly the other half is read.'],
    ['Reading corner', 'Covers to the front, and a chair that is really comfortable.'],
    ['Borrowing without a librarian', 'Two pupils a week are the librarians; they know where everything is.'],
    ['Books in other languages', 'The Libraries structure lends boxes of thirty books for six weeks, in four languages.'],
    ['Reading aloud', 'Ten minutes of reading aloud, every day, also in the ninth form.'],
    'Let them write one line on a card in the book: for whom it is.',
  ],
};
