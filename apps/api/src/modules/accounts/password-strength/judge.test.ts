import { closePasswordJudge, judgePassword } from './judge.js';

const OWNER = ['Ελένη Παπαδοπούλου', 'eleni.papad@school.example'];

describe('judge', () => {
  afterAll(() => closePasswordJudge());

  describe('judgePassword', () => {
    it.each([
      ['Password1234'],
      ['P@ssw0rd2024!'],
      ['1q2w3e4r5t6y'],
      ['aaaaaaaaaaaa'],
      ['qwertyuiop[]'],
      ['zaq1zaq1zaq1'],
      ['йцукенгшщзхъ'],
      ['ςερτυθιοπ[]'],
      ['фываапролдж'],
      ['пароль12345'],
      ['gfhjkm12345'],
      ['κωδικος123'],
      ['Κωδικός12345'],
      ['nauczyciel1'],
    ])('refuses %s', async (password) => {
      expect(await judgePassword(password, OWNER)).toBe('COMMON');
    });

    it.each([['papadopoulou85'], ['Παπαδοπούλου1985'], ['EleniPapadopoulou'], ['eleni.papad2026']])(
      'refuses %s to a person of that name and address only',
      async (password) => {
        expect(await judgePassword(password, OWNER)).toBe('LIKE_YOU');
        expect(await judgePassword(password, ['Łucja Wąs', 'lucja@example.org'])).toBe('STRONG');
      },
    );

    it.each([
      ['three words of mine'],
      ['μακρύς κωδικός 7'],
      ['zażółć gęślą jaźń'],
      ['синий чайник на окне'],
      ['correct horse battery staple'],
      ['tV9#kq2Lm!x4'],
      ['another long one'],
    ])('accepts %s', async (password) => {
      expect(await judgePassword(password, OWNER)).toBe('STRONG');
    });
  });
});
