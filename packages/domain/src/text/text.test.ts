import {
  foldText,
  hasInvisible,
  isSafeText,
  lookOf,
  looksLike,
  matchesTokens,
  mixesScripts,
  searchFold,
  searchText,
  slugify,
  transliterate,
  wrongLayout,
} from './index.js';

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
    expect(searchFold('x'.repeat(900_000))).toEqual(['x'.repeat(200)]);
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

describe('names that are not what they look like', () => {
  it.each([
    ['U+202E', 'Anna \u202exoC'],
    ['U+200B', 'An\u200bna'],
    ['U+00AD', 'An\u00adna'],
    ['U+2066', 'Anna\u2066'],
    ['U+061C', '\u061cAnna'],
    ['U+FE0F', 'Anna\ufe0f'],
    ['U+3164', '\u3164'],
    ['U+2800', '\u2800'],
    ['U+E0041', 'Anna\u{e0041}'],
    ['U+0007', 'Anna\u0007'],
  ])('hold what nobody sees: %s', (_sign, name) => {
    expect(hasInvisible(name)).toBe(true);
  });

  it.each([
    ['Latin and Cyrillic', 'Аnna Cox', true],
    ['Latin and Greek', 'Νina Cox', true],
    ['Greek and Cyrillic', 'Οльга', true],
    ['an accent of its own', 'A\u0301\u0441', true],
    ['each word its own', 'Анна Cox', false],
    ['on either side of a hyphen', 'Anna-Мария', false],
    ['Latin with marks', 'Łucja Żółć-Đorđević', false],
    ['Greek with marks', 'Ελένη Παπαδοπούλου', false],
    ['Cyrillic beyond Russian', 'Їжакевич Ґанна', false],
    ['digits and signs', 'O’Neill 2nd', false],
    ['other scripts', '山田 太郎 أحمد', false],
  ])('mix alphabets within a word: %s', (_what, name, mixed) => {
    expect(mixesScripts(name)).toBe(mixed);
    if (!mixed) expect(hasInvisible(name)).toBe(false);
  });

  it.each([
    ['Cyrillic for Latin', 'Том Сох', 'Tom Cox', true],
    ['Greek for Latin', 'ΝΙΚΗ ΚΟΚΚΑ', 'NIKH KOKKA', true],
    ['Cyrillic for Greek', 'ТОМ МОР', 'ΤΟΜ ΜΟΡ', true],
    ['small l for I', 'lan Ide', 'Ian Ide', true],
    ['blanks and dots', 'Т.  Сох', 'T. Cox', true],
    ['namesakes', 'Tom Cox', 'Tom Cox', false],
    ['namesakes but for case and accents', 'renée cox', 'Renee Cox', false],
    ['others', 'Том Сохов', 'Tom Cox', false],
    ['a transcription, which looks otherwise', 'Анна Нова', 'Anna Nova', false],
  ])('look like others: %s', (_what, name, other, alike) => {
    expect(looksLike(name, other)).toBe(alike);
    expect(looksLike(other, name)).toBe(alike);
    expect(lookOf(lookOf(name))).toBe(lookOf(name));
  });
});
