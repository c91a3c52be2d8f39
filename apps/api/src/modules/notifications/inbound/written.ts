/** Where a line begins what an answer quotes, whatever the program and its language: our own line, or the words before a quotation. */
const QUOTED: readonly RegExp[] = [
  /^[>\s]*##- .* -##/u,
  /^\s*-{2,}\s*(?:Original Message|Oryginalna wiadomość|Wiadomość oryginalna|Αρχικό μήνυμα|Исходное сообщение|Пересылаемое сообщение)\s*-{2,}/iu,
  /^\s*_{20,}\s*$/u,
  // Whatever the language, a line with the address of who is quoted.
  /^\s*\S.{0,200}<[^>\s]+@[^>\s]+>.{0,40}:\s*$/u,
  /^\s*(?:On|W dniu|Dnia|El|Le|Am)\b.{5,200}(?:wrote|napisał\(?a?\)?|pisze|schrieb|escribió|a écrit)\s*:\s*$/iu,
  /^\s*(?:Στις|Την|Το)\s.{5,200}έγραψε\s*:\s*$/iu,
  /^\s*.{5,200}(?:пишет|написала?|написал\(а\))\s*:\s*$/iu,
  /^\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.{0,160}(?:wrote|napisał\(?a?\)?|έγραψε|пишет)?\s*:\s*$/iu,
];

/** The head of a message that is quoted below without any sign: two of its lines in a row. */
const HEAD =
  /^\s*\*?(?:From|Sent|To|Subject|Od|Wysłano|Do|Temat|Από|Στάλθηκε|Προς|Θέμα|От|Отправлено|Кому|Тема|Date|Data|Ημερομηνία|Дата)\*?\s*:\s*\S/iu;

/** The sign before a signature; mail programs take its blank away. */
const SIGNATURE = /^-- ?$/u;

/** The words that a program for phones puts below every answer. */
const SENT_FROM = /^\s*(?:Sent from my|Wysłane z|Στάλθηκε από|Отправлено (?:с|из)|Get Outlook for)\b.{0,60}$/iu;

/** No post is as long; looking further would cost time and find nothing. */
const MOST = 60_000;
/** Words before a quotation are no longer. */
const LINE = 400;

/** What somebody wrote in an answer: without what it quotes, and without a signature. */
export function written(text: string): string {
  const lines = text.slice(0, MOST).replaceAll('\r\n', '\n').split('\n');
  const begins = lines.map((line) => line.slice(0, LINE));
  const end = begins.findIndex(
    (line, index) =>
      SIGNATURE.test(line) ||
      SENT_FROM.test(line) ||
      QUOTED.some((sign) => sign.test(line)) ||
      // The words before a quotation are often broken over two lines.
      QUOTED.some((sign) => sign.test(`${line} ${begins[index + 1] ?? ''}`) && !sign.test(begins[index + 1] ?? '')) ||
      (HEAD.test(line) && HEAD.test(begins[index + 1] ?? '')),
  );
  const own = end < 0 ? lines : lines.slice(0, end);
  while (own.length > 0 && /^\s*(?:>.*)?$/u.test(own.at(-1) ?? '')) own.pop();
  return own.join('\n').trim();
}
