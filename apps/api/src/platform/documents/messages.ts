import type { DocumentLanguage } from './document.js';

/** The few words that a writer adds to a document by itself. */
export interface DocumentWords {
  page: string;
  figures: string;
  figure: string;
  value: string;
  unit: string;
  note: string;
  text: string;
  date: string;
  reference: string;
  to: string;
  from: string;
}

/** Words by language; `page` holds `{page}` and `{pages}`. */
export const documentWords: Record<DocumentLanguage, DocumentWords> = {
  en: {
    page: 'Page {page} of {pages}',
    figures: 'Figures',
    figure: 'Figure',
    value: 'Value',
    unit: 'Unit',
    note: 'Note',
    text: 'Text',
    date: 'Date',
    reference: 'Reference',
    to: 'To',
    from: 'From',
  },
  el: {
    page: 'Σελίδα {page} από {pages}',
    figures: 'Μεγέθη',
    figure: 'Μέγεθος',
    value: 'Τιμή',
    unit: 'Μονάδα',
    note: 'Σημείωση',
    text: 'Κείμενο',
    date: 'Ημερομηνία',
    reference: 'Αρ. πρωτοκόλλου',
    to: 'Προς',
    from: 'Από',
  },
  pl: {
    page: 'Strona {page} z {pages}',
    figures: 'Dane liczbowe',
    figure: 'Wskaźnik',
    value: 'Wartość',
    unit: 'Jednostka',
    note: 'Uwaga',
    text: 'Tekst',
    date: 'Data',
    reference: 'Znak sprawy',
    to: 'Do',
    from: 'Od',
  },
  ru: {
    page: 'Страница {page} из {pages}',
    figures: 'Показатели',
    figure: 'Показатель',
    value: 'Значение',
    unit: 'Единица',
    note: 'Примечание',
    text: 'Текст',
    date: 'Дата',
    reference: 'Номер',
    to: 'Кому',
    from: 'От кого',
  },
};
