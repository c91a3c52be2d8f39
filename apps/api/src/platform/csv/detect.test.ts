import iconv from 'iconv-lite';
import { detectFormat } from './detect.js';
import { DEFAULT_CSV_LIMITS as limits } from './limits.js';
import { bytesSource } from './source.js';

const POLISH =
  'kod;nazwa;rodzaj\n0201;Powiat łódzki wschodni;powiat\n0202;Gmina Żółwiów;gmina\n0203;Świętochłowice, miasto;gmina\n0204;Ząbki i Późna Ćma;gmina\n';
const GREEK =
  'κωδικός;όνομα;είδος\n01;Νομός Δράμας;νομός\n02;Άρτας και Ιωαννίνων;νομός\n03;ΠΕΡΙΦΕΡΕΙΑ ΗΠΕΙΡΟΥ;περιφέρεια\n04;Δήμος Ζηρού;δήμος\n';
const RUSSIAN =
  'код;название;вид\n01;Ленинградская область;область\n02;Выборгский район;район\n03;Ёлкинское поселение;поселение\n04;Щёлковский район;район\n';

const detect = (bytes: Uint8Array, labels?: string[]) => detectFormat(bytesSource(bytes), { limits, ...(labels ? { labels } : {}) });

describe('encoding', () => {
  it.each([
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
    ['windows-1253', GREEK],
    ['iso-8859-7', GREEK],
    ['windows-1251', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
  ])('finds %s from its bytes', async (encoding, text) => {
    const found = await detect(iconv.encode(text, encoding));
    expect(found.encoding).toBe(encoding);
    expect(found.encodingConfidence).toBeGreaterThan(0.6);
    expect(found.headers).toEqual(text.split('\n')[0]!.split(';'));
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('finds %s by its mark and leaves the mark out of the header', async (encoding) => {
    const found = await detect(iconv.encode(POLISH, encoding, { addBOM: true }));
    expect(found).toMatchObject({ encoding, encodingConfidence: 1, headers: ['kod', 'nazwa', 'rodzaj'] });
  });

  it.each([
    ['utf-8', GREEK],
    ['utf-16le', RUSSIAN],
    ['utf-16be', GREEK],
  ])('finds %s without a mark', async (encoding, text) => {
    expect((await detect(iconv.encode(text, encoding))).encoding).toBe(encoding);
  });

  it('sees an accented letter that comes only after the sample', async () => {
    const text = `kod;nazwa\n${'0201;Warka\n'.repeat(20_000)}0202;Łódź Źródła\n`;
    expect((await detect(iconv.encode(text, 'windows-1250'))).encoding).toBe('windows-1250');
    expect((await detect(Buffer.from(text))).encoding).toBe('utf-8');
  });

  it('takes the encoding that a person chose', async () => {
    const found = await detectFormat(bytesSource(iconv.encode(POLISH, 'iso-8859-2')), { limits, encoding: 'iso-8859-2' });
    expect(found).toMatchObject({ encoding: 'iso-8859-2', encodingConfidence: 1 });
  });
});

describe('separator', () => {
  it.each([
    [',', 'a,b,c\n1,"x, y",3\n4,5;6,7\n'],
    [';', 'a;b;c\n1;2,5;3,5\n4;"p; q";7,5\n'],
    ['\t', 'a\tb\tc\n1\tx, y\t3\n4\tz, w\t6\n'],
    ['|', 'a|b|c\n1|2;2|3\n4|5,5|6\n'],
  ])('finds %j although others occur in cells', async (separator, text) => {
    const found = await detect(Buffer.from(text));
    expect(found).toMatchObject({ separator, separatorConfidence: 1, headers: ['a', 'b', 'c'] });
  });

  it('is less sure of ragged rows', async () => {
    const found = await detect(Buffer.from('a;b;c\n1;2;3\n4;5\n6;7;8\n'));
    expect(found).toMatchObject({ separator: ';', separatorConfidence: 0.75 });
  });

  it('looks beyond a quoted cell with line breaks and a sample that ends inside quotes', async () => {
    const found = await detect(Buffer.from(`a;b\n1;"two\nlines"\n2;"${'long '.repeat(20_000)}\n"\n`));
    expect(found).toMatchObject({ separator: ';', headers: ['a', 'b'], preview: [['1', 'two\nlines']] });
  });
});

describe('header', () => {
  it('is found below a title, by the names that are expected', async () => {
    const text = 'Wykaz jednostek;;\n;;\nKod;Nazwa;Rodzaj\n02;dolnośląskie;województwo\n';
    expect(await detect(Buffer.from(text), ['kod', 'NAZWA'])).toMatchObject({ rowsBeforeHeader: 2, headers: ['Kod', 'Nazwa', 'Rodzaj'] });
    expect(await detect(Buffer.from(text))).toMatchObject({ rowsBeforeHeader: 2 });
  });

  it('is missed where there is none', async () => {
    await expect(detect(Buffer.from('1;2\n3;4\n'))).rejects.toMatchObject({ code: 'HEADER_NOT_FOUND' });
  });
});

describe('refusals', () => {
  it('names an empty file, a workbook and a file over the limit', async () => {
    await expect(detect(Buffer.alloc(0))).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(detect(Buffer.from('PK\u0003\u0004…'))).rejects.toMatchObject({ code: 'FILE_IS_SPREADSHEET' });
    const small = { ...limits, maxBytes: 10 };
    await expect(detectFormat(bytesSource(Buffer.from(POLISH)), { limits: small })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      details: { limit: 10 },
    });
  });

  it('stops reading a source that is longer than it said', async () => {
    let chunks = 0;
    const endless = {
      size: 1,
      async *open() {
        for (;;) {
          chunks += 1;
          yield Buffer.alloc(1024, 'a');
        }
      },
    };
    await expect(detectFormat(endless, { limits: { ...limits, maxBytes: 10_000 } })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(chunks).toBe(10);
  });
});
