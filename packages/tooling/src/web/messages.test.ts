import { checkHomes, checkMessages, findUsedIds, partOf } from './messages.js';

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

describe('checkHomes', () => {
  const homes = new Map([
    ['a.open', 'networks'],
    ['a.state.DRAFT', 'reports'],
    ['ui.close', 'ui'],
    ['app.nav', 'app'],
  ]);
  const asks = (text: string) => findUsedIds(new Map([['Page.tsx', text]]));

  it('knows the part that a file belongs to', () => {
    expect(['app/shell/Shell.tsx', 'ui/Menu.tsx', 'features/networks/pages/NetworkPage.tsx'].map(partOf)).toEqual([
      'app',
      'ui',
      'networks',
    ]);
  });

  it('lets a feature speak its own words and those of every page', () => {
    const own = "formatMessage({ id: 'a.open' }); formatMessage({ id: 'ui.close' }); formatMessage({ id: 'app.nav' });";
    expect(checkHomes(homes, new Map([['networks', asks(own)]]))).toEqual([]);
  });

  it('names words of another feature, whether written out or begun', () => {
    const faults = checkHomes(
      homes,
      new Map([
        ['app', asks("formatMessage({ id: 'a.open' })")],
        ['networks', asks('formatMessage({ id: `a.state.${state}` })')],
      ]),
    );
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('a.open: used in Page.tsx, but its words come with the pages of networks');
    expect(faults[1]).toContain('a.state.DRAFT: used in Page.tsx, but its words come with the pages of reports');
  });
});
