import { compileMessages } from './compile-messages.js';

describe('compileMessages', () => {
  it('leaves words as they are and parses what is more', () => {
    expect(
      compileMessages({
        plain: 'Open the door.',
        named: 'Dear {name}',
        tag: '<b>now</b>',
        quoted: "It''s '{'open'}'",
        several: '{n, plural, other {#}}',
      }),
    ).toEqual({
      plain: 'Open the door.',
      named: [
        { type: 0, value: 'Dear ' },
        { type: 1, value: 'name' },
      ],
      tag: [{ type: 8, value: 'b', children: [{ type: 0, value: 'now' }] }],
      quoted: [{ type: 0, value: "It's {open}" }],
      several: [expect.objectContaining({ type: 6, value: 'n', options: { other: { value: [{ type: 7 }] } } })],
    });
  });
});
