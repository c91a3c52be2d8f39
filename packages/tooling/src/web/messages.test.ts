import { checkMessages, findUsedIds } from './messages.js';

const code = new Map([
  [
    'Page.tsx',
    "formatMessage({ id: 'a.count' }, { count }); formatMessage({ id: open ? 'a.open' : 'a.shut' }); formatMessage({ id: `a.state.${state}` }); const x = { id: 'no.message' };",
  ],
]);
const plural = (forms: string) => `{count, plural, ${forms}}`;
const good = {
  en: { 'a.count': plural('one {# post} other {# posts}'), 'a.open': 'Open', 'a.shut': 'Shut', 'a.state.DRAFT': 'Draft' },
  el: { 'a.count': plural('one {# x} other {# x}'), 'a.open': 'x', 'a.shut': 'x', 'a.state.DRAFT': 'x' },
  pl: { 'a.count': plural('one {# x} few {# x} many {# x} other {# x}'), 'a.open': 'x', 'a.shut': 'x', 'a.state.DRAFT': 'x' },
  ru: { 'a.count': plural('one {# x} few {# x} many {# x} other {# x}'), 'a.open': 'x', 'a.shut': 'x', 'a.state.DRAFT': 'x' },
};

describe('checkMessages', () => {
  it('passes messages that are complete', () => {
    expect(checkMessages(good, findUsedIds(code))).toEqual([]);
  });

  it('names what is missing, unused, badly formed or differs', () => {
    const bad = {
      ...good,
      en: { ...good.en, 'a.old': 'Old' },
      el: { ...good.el, 'a.open': '{name' },
      pl: { ...good.pl, 'a.count': plural('one {# x} few {# x} other {# x}') },
      ru: { ...good.ru, 'a.count': 'сколько-то', 'a.old': '', 'a.shut': '{name}' },
    };
    const faults = checkMessages(bad, findUsedIds(code)).join('\n');
    expect(faults).toContain('a.old: not used');
    expect(faults).toContain('a.old: missing in el');
    expect(faults).toContain('a.old: empty in ru');
    expect(faults).toContain('a.open: no ICU message in el');
    expect(faults).toContain('a.count: {count} lacks the plural many in pl');
    expect(faults).toContain('a.count: placeholders differ');
    expect(faults).toContain('a.shut: placeholders differ');
  });

  it('names ids that no language has', () => {
    expect(
      checkMessages(good, findUsedIds(new Map([['X.tsx', '<FormattedMessage id="b.none" />; formatMessage({ id: `c.${x}` })']]))).join(
        '\n',
      ),
    ).toMatch(/b\.none: used in X\.tsx[\s\S]*c\.…: used/);
  });
});
