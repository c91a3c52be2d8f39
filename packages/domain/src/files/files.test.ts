import { endingOf, fileKind, safeFileName } from './index.js';

describe('names of files', () => {
  it.each([
    ['plan.pdf', 'plan.pdf'],
    ['Σχέδιο δράσης – τελικό (2).docx', 'Σχέδιο δράσης – τελικό (2).docx'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system32\\a.dll', 'a.dll'],
    ['/etc/', 'etc'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['report\u202Efdp.exe', 'reportfdp.exe'],
    ['a\r\nSet-Cookie: b.txt', 'aSet-Cookie- b.txt'],
    ['zero\u200Bwidth\uFEFF.txt', 'zerowidth.txt'],
    ['<img src=x onerror="alert(1)">.png', '-img src=x onerror=-alert(1)--.png'],
    ['.htaccess', 'htaccess'],
    ['name. . .', 'name'],
    ['CON.txt', '_CON.txt'],
    ['nul', '_nul'],
    ['console.txt', 'console.txt'],
    ['\uD800.pdf', 'pdf'],
    ['   ', 'file'],
    ['...', 'file'],
    ['', 'file'],
    ['e\u0301cole.pdf', 'école.pdf'],
    ['a\u2028b.pdf', 'ab.pdf'],
  ])('%j is %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected);
    expect(safeFileName(expected)).toBe(expected);
  });

  it('are cut between letters, before the ending', () => {
    for (const letter of ['a', 'ж', '😀', '👩‍🏫']) {
      const name = safeFileName(`${letter.repeat(300)}.pdf`);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(name).toMatch(/\.pdf$/u);
      expect(name.replace(/\uFFFD/gu, '')).toBe(name);
    }
    expect(endingOf('a.TAR.GZ')).toBe('gz');
    expect([endingOf('none'), endingOf('.hidden'), endingOf('a. a sentence that goes on')]).toEqual(['', '', '']);
  });
});

describe('kinds of files', () => {
  it.each([
    ['image/png', 'PICTURE'],
    ['image/svg+xml', 'OTHER'],
    ['application/pdf', 'PDF'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'TEXT'],
    ['application/vnd.oasis.opendocument.spreadsheet', 'SHEET'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'SLIDES'],
    ['text/plain; charset=utf-8', 'TEXT'],
    ['audio/mpeg', 'SOUND'],
    ['video/mp4', 'FILM'],
    ['application/zip', 'ARCHIVE'],
    ['application/octet-stream', 'OTHER'],
  ])('%s is %s', (type, kind) => {
    expect(fileKind(type)).toBe(kind);
  });
});
