import { continueList, linkTo, prefixLines, wrap } from './markdown-edit.js';

describe('editing Markdown', () => {
  it('wraps the selection and unwraps it again', () => {
    const bold = wrap('**')('a word', 2, 6);
    expect(bold).toEqual({ text: 'a **word**', from: 4, to: 8 });
    expect(wrap('**')(bold.text, bold.from, bold.to)).toEqual({ text: 'a word', from: 2, to: 6 });
  });

  it('begins each selected line, and takes the beginnings away again', () => {
    const list = prefixLines('- ')('one\ntwo\nthree', 1, 6);
    expect(list.text).toBe('- one\n- two\nthree');
    expect(prefixLines('- ')(list.text, list.from, list.to).text).toBe('one\ntwo\nthree');
  });

  it('makes a link and selects the place of its address', () => {
    const link = linkTo('see here', 4, 8);
    expect(link.text).toBe('see [here](https://)');
    expect(link.text.slice(link.from, link.to)).toBe('https://');
  });

  it('goes on with a list on Enter and ends it on an empty item', () => {
    expect(continueList('- one', 5, 5)?.text).toBe('- one\n- ');
    expect(continueList('9. one', 6, 6)?.text).toBe('9. one\n10. ');
    expect(continueList('- one\n- ', 8, 8)?.text).toBe('- one\n');
    expect(continueList('plain', 5, 5)).toBeNull();
  });
});
