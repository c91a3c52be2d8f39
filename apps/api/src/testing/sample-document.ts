import type { Document, DocumentLanguage } from '../platform/documents/document.js';

interface Words {
  title: string;
  author: string;
  intro: string;
  heading: string;
  caption: string;
  columns: [string, string, string, string];
  row: string;
  figures: [string, string, string];
  note: string;
}

const words: Record<DocumentLanguage, Words> = {
  en: {
    title: 'Annual report 2025/26',
    author: 'Network of librarians, Northshore',
    intro: 'The members met ten times, four of them online, and shared what they had tried in class. ',
    heading: 'Meetings and attendance',
    caption: 'Meetings held',
    columns: ['Date', 'Meeting', 'Came', 'Rating'],
    row: 'Working with a class after a conflict',
    figures: ['Members', 'Attendances', 'Average rating'],
    note: 'Figures as of 31 August 2026.',
  },
  el: {
    title: 'Ετήσια έκθεση 2025/26',
    author: 'Δίκτυο σχολικών βιβλιοθηκών, Κυκλάδες',
    intro: 'Τα μέλη συναντήθηκαν δέκα φορές, τέσσερις από αυτές διαδικτυακά, και μοιράστηκαν όσα δοκίμασαν στην τάξη. ',
    heading: 'Συναντήσεις και συμμετοχή',
    caption: 'Συναντήσεις που έγιναν',
    columns: ['Ημερομηνία', 'Συνάντηση', 'Ήρθαν', 'Βαθμός'],
    row: 'Η σχολική τάξη έπειτα από σύγκρουση: πώς προχωράμε',
    figures: ['Μέλη', 'Παρουσίες', 'Μέσος βαθμός'],
    note: 'Τα μεγέθη ισχύουν στις 31 Αυγούστου 2026.',
  },
  pl: {
    title: 'Sprawozdanie roczne 2025/26',
    author: 'Sieć psychologów szkolnych, powiat żyrardowski',
    intro: 'Sieć spotkała się dziesięć razy, w tym cztery razy online; wszyscy dzielili się tym, co sprawdziło się w klasie. ',
    heading: 'Spotkania i udział',
    caption: 'Odbyte spotkania',
    columns: ['Data', 'Spotkanie', 'Osoby', 'Ocena'],
    row: 'Praca z klasą po konflikcie – źródła, ćwiczenia, żółte kartki',
    figures: ['Członkowie', 'Obecności', 'Średnia ocena'],
    note: 'Dane według stanu na 31 sierpnia 2026 r.',
  },
  ru: {
    title: 'Годовой отчёт 2025/26',
    author: 'Сеть школьных психологов, Северный берег',
    intro: 'Участники встретились десять раз, из них четыре раза онлайн, и поделились тем, что попробовали на уроках. ',
    heading: 'Встречи и участие',
    caption: 'Прошедшие встречи',
    columns: ['Дата', 'Встреча', 'Пришли', 'Оценка'],
    row: 'Работа с классом после конфликта: объём, съёмка, щебень',
    figures: ['Участники', 'Посещения', 'Средняя оценка'],
    note: 'Показатели по состоянию на 31 августа 2026 года.',
  },
};

/** A report of about three pages in one language, with every kind of block: for tests and for measuring. */
export function sampleDocument(lang: DocumentLanguage, rows = 40): Document {
  const w = words[lang];
  return {
    title: w.title,
    lang,
    author: w.author,
    subject: w.heading,
    date: '2026-08-31',
    blocks: [
      { kind: 'heading', level: 1, text: w.heading },
      {
        kind: 'paragraph',
        runs: [
          { text: w.intro.repeat(3) },
          { text: w.note, bold: true },
          { text: ' ' },
          { text: 'stoa.example', href: 'https://stoa.example/about' },
        ],
      },
      {
        kind: 'figures',
        caption: w.figures[0],
        items: [
          { label: w.figures[0], value: 44 },
          { label: w.figures[1], value: 12345, note: w.note },
          { label: w.figures[2], value: 4.625, decimals: 3, unit: '/ 5' },
        ],
      },
      { kind: 'note', runs: [{ text: w.note, italic: true }] },
      { kind: 'heading', level: 2, text: w.caption },
      {
        kind: 'table',
        caption: w.caption,
        headerColumn: false,
        columns: [
          { label: w.columns[0], kind: 'date' },
          { label: w.columns[1], kind: 'text' },
          { label: w.columns[2], kind: 'number' },
          { label: w.columns[3], kind: 'number', decimals: 2 },
        ],
        rows: Array.from({ length: rows }, (_, index) => [
          `2026-0${1 + (index % 9)}-1${index % 10}`,
          `${w.row} ${index + 1}`,
          1000 + index,
          index % 7 === 0 ? null : index / 8,
        ]),
      },
      { kind: 'heading', level: 3, text: w.note },
      { kind: 'list', items: [[{ text: w.row }], [{ text: w.intro }], [{ text: w.heading, italic: true }]] },
      { kind: 'list', ordered: true, items: [[{ text: w.caption }], [{ text: w.author }]] },
      { kind: 'paragraph', runs: [{ text: words.el.intro }], lang: 'el' },
      { kind: 'signature', name: 'Maria Nowak-Παπαδάκη', role: w.author },
    ],
  };
}
