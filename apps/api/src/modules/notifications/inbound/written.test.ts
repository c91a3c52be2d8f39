import { written } from './written.js';

const OWN = 'Three cards work.\n\nSecond part: 10 > 9.';
const ABOVE = 'To reply by mail, write above this line';

describe('what somebody wrote in an answer', () => {
  it.each([
    ['nothing below', ''],
    ['our own line', `\n\nAm Di., 24. Nov. 2026 um 09:00 Uhr schrieb Stoa <stoa@example.org>:\n> ##- ${ABOVE} -##\n> Hello`],
    ['our own line without quotation marks', `\n##- ${ABOVE} -##\nHello`],
    ['an English quotation', '\n\nOn Tue, 24 Nov 2026 at 09:00, Stoa <stoa@example.org> wrote:\n> Hello\n> more'],
    ['one broken over two lines', '\n\nOn Tue, 24 Nov 2026 at 09:00, Stoa\n<reply-abc@reply.example.org> wrote:\n\n> Hello'],
    ['a Polish quotation', '\n\nW dniu wt., 24 lis 2026 o 09:00 Stoa <stoa@example.org> napisał(a):\n> Dzień dobry'],
    ['a Greek quotation', '\n\nΣτις Τρί 24 Νοε 2026 στις 9:00 π.μ., ο χρήστης Stoa <stoa@example.org> έγραψε:\n> Γεια σας'],
    ['a Russian quotation', '\n\nвт, 24 нояб. 2026 г. в 09:00, Stoa <stoa@example.org> пишет:\n> Здравствуйте'],
    ['the head of a message', '\n\nOd: Stoa\nWysłano: wtorek\nTemat: Cards\n\nDzień dobry'],
    ['a ruled line', '\n________________________________\nFrom: Stoa'],
    ['an original message', '\n-----Original Message-----\nFrom: Stoa'],
    ['a signature', '\n-- \nAnna Kowalska\nSchool 7'],
    ['words of a phone', '\n\nSent from my phone'],
    ['a quotation without words before it', '\n> Hello\n>\n> more\n'],
  ])('is all before %s', (_name, below) => {
    expect(written(`${OWN}${below}`)).toBe(OWN);
    expect(written(`${OWN}${below}`.replaceAll('\n', '\r\n'))).toBe(OWN);
  });

  it('keeps a quotation between one’s own words, and what only looks like one', () => {
    const text = '> Which cards?\nThe red ones.\nTo: everybody\nOn Monday I wrote: nothing.\nW dniu otwartym było miło.';
    expect(written(text)).toBe(text);
  });
});
