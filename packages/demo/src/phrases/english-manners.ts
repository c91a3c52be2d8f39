import type { Manners } from './phrases.js';

/** Turns of phrase of the networks that write English. */
export const englishManners: Manners = {
  settings: [
    'I have a class of twenty-six and one lesson a week for this.',
    'We start next Monday and I would rather not improvise.',
    'This came up again at our staff meeting.',
    'Last year it went badly, so I am asking earlier this time.',
    'Two colleagues and I are planning this together.',
    'Our school is small and nobody here has done it before.',
    'I have read the guide, but a guide does not know my fifth form.',
    'The parents asked about it at the last meeting.',
  ],
  openers: [
    'We had the same question in October.',
    'Short answer from our school:',
    'What worked for us:',
    'I can only speak for one class, but:',
    'Yes, we tried it twice.',
    'From the other side of the bay:',
    'One thing first:',
    'I would start smaller.',
  ],
  closers: [
    'Happy to show it if you come by.',
    'It took two lessons, not one.',
    'I can send the sheet.',
    'The second time was much better.',
    'We would do it again.',
    'Ask me again in a month.',
    'It costs nothing but a little patience.',
    'The pupils asked for more, which says enough.',
  ],
  thanks: [
    'Thank you, that is exactly what I needed. I will try it on Thursday and report back.',
    'Thanks to all of you. We tried it: less noise, more talk. I will keep it.',
    'This helps a lot. Does it also work with a larger group?',
    'I tried it today. The first ten minutes were chaos, the rest was good.',
    'Thank you. I have put your points into our plan for next week.',
  ],
};
