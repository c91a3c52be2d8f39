import { foldText, isSafeText, matchesTokens, searchFold, searchText, slugify, transliterate, wrongLayout } from './index.js';

describe('foldText', () => {
  it.each([
    ['  Σχολικός   ΣΎΜΒΟΥΛΟΣ ', 'σχολικοσ συμβουλοσ'],
    ['Łódź', 'lodz'],
    ['Ёлка', 'елка'],
    ['Đorđe Øre', 'dorde ore'],
    ['ΑΫ\u0301ΠΝΙΑ', 'αυπνια'],
    ['ﬁn\u00adish', 'finish'],
    ['', ''],
  ])('folds %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(folded)).toBe(folded);
  });
});

describe('transliterate and slugify', () => {
  it.each([
    ['Μπάμπης', 'Bampis'],
    ['Ευαγγελία', 'Evangelia'],
    ['αυτός', 'aftos'],
    ['ΟΥΡΑΝΟΣ', 'OURANOS'],
    ['Θεσσαλονίκη', 'Thessaloniki'],
    ['ΘΕΣΣΑΛΟΝΙΚΗ', 'THESSALONIKI'],
    ['άυπνος', 'aypnos'],
    ['Сергиев Посад, район', 'Sergiev Posad, rayon'],
    ['Ёж Щука', 'Ezh Shchuka'],
    ['Żółć gęślą', 'Zolc gesla'],
    ['日本', ''],
  ])('writes %s in Latin letters', (text, latin) => {
    expect(transliterate(text)).toBe(latin);
  });

  it('makes stable addresses of names', () => {
    expect(slugify('Περιβάλλον και αειφορία', 'n1')).toBe('perivallon-kai-aeiforia');
    expect(slugify('Αν. Μακεδονιας & Θρακης', 'GR-01')).toBe('an-makedonias-thrakis');
    expect(slugify('日本', 'GR-01')).toBe('gr-01');
    expect(slugify("O'Neil – „Sieć”", 'x')).toBe('oneil-siec');
  });

  it('cuts long addresses at a hyphen', () => {
    const slug = slugify('szkoła podstawowa '.repeat(10), 'x');
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/podstawowa$|szkola$/);
    expect(slugify('a'.repeat(200), 'x')).toHaveLength(80);
  });
});

describe('wrongLayout', () => {
  it('reads Latin typed for Greek and Russian, and the reverse', () => {
    expect(wrongLayout('diktyo').concat(wrongLayout('sxoleio'))).toContain('σχολειο');
    expect(wrongLayout('irjkf')).toContain('школа');
    expect(wrongLayout('ырщщд')).toContain('shool');
    expect(wrongLayout('σψηοολ')).toContain('school');
  });
});

describe('search', () => {
  it('finds by beginnings of words, accents and script forgiven', () => {
    const text = searchText(['Κέντρο Διάγνωσης', null, 'Łódź 7']);
    expect(matchesTokens(text, searchFold('ΔΙΑΓΝ κεν'))).toBe(true);
    expect(matchesTokens(text, searchFold('kentro lod'))).toBe(true);
    expect(matchesTokens(text, searchFold('γνωσης'))).toBe(false);
    expect(matchesTokens(text, searchFold(' … '))).toBe(true);
    expect(searchFold('a a b c d e f g h i j')).toHaveLength(8);
  });
});

describe('isSafeText', () => {
  it('refuses what cannot be stored and reports direction controls', () => {
    expect(isSafeText('a\u0000b')).toEqual({ safe: false, bidi: false });
    expect(isSafeText('a\ud800b')).toEqual({ safe: false, bidi: false });
    expect(isSafeText('a\u202eb')).toEqual({ safe: true, bidi: true });
    expect(isSafeText('😀 Ελλάδα')).toEqual({ safe: true, bidi: false });
  });
});
