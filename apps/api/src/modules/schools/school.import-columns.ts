import { orNull, rules, SCHOOL_LEVELS, schoolTypeOf, type Language, type SchoolLevel } from '@stoa/domain';
import { byRule, type ImportDefinition, type ImportParams } from '../../platform/csv/index.js';
import { contactColumns, languageColumn } from '../centres/index.js';
import { matchKey } from './commands/edit-school.js';

/** A row of a register of schools. */
export interface SchoolImportRow {
  code: string | null;
  name: string;
  level: SchoolLevel;
  lang: Language | null;
  countyCode: string;
  municipalityCode: string | null;
  city: string;
  street: string;
  number: string;
  postalCode: string;
  postOffice: string;
  email: string | null;
  phone: string | null;
  website: string | null;
}

/** An optional text that is kept empty where the register gives none. */
const line = (labels: readonly string[]) => {
  const parse = byRule(rules.name);
  return { labels, required: false, parse: (text: string) => (text === '' ? { value: '' } : parse(text)) };
};

/** How a register of schools is read. */
export function schoolDefinition({ county }: ImportParams): ImportDefinition<SchoolImportRow> {
  const countyCode = byRule(rules.territoryCode);
  const postalCode = byRule(rules.postalCode);
  const { parse: language, ...langColumn } = languageColumn('en');
  return {
    kind: 'schools',
    keyOf: (row) => `${row.countyCode}|${matchKey(row)}`,
    columns: {
      code: {
        labels: [
          'official code',
          'school code',
          'id',
          'rspo',
          'numer rspo',
          'regon',
          'κωδικός',
          'κωδικός σχολείου',
          'κωδικός υπαιθα',
          'kod',
          'код',
          'код школы',
          'инн',
        ],
        required: false,
        parse: byRule(orNull(rules.schoolCode)),
      },
      name: {
        labels: [
          'official name',
          'school',
          'όνομα',
          'ονομασία',
          'σχολείο',
          'σχολική μονάδα',
          'nazwa',
          'nazwa szkoły',
          'pełna nazwa',
          'название',
          'наименование',
          'полное наименование',
        ],
        required: true,
        parse: byRule(rules.name),
      },
      level: {
        labels: ['type', 'kind', 'school type', 'τύπος', 'βαθμίδα', 'είδος', 'typ', 'typ szkoły', 'rodzaj', 'тип', 'вид', 'уровень'],
        required: true,
        choices: SCHOOL_LEVELS,
        parse: (text) => {
          const type = schoolTypeOf(text);
          if (type === 'UNKNOWN') return { code: 'TYPE_UNKNOWN' };
          return type === 'NOT_A_SCHOOL' ? { code: 'NOT_A_SCHOOL' } : { value: type.level };
        },
      },
      lang: { ...langColumn, required: false, parse: (text) => (text === '' ? { value: null } : language(text)) },
      countyCode: {
        labels: ['county', 'county code', 'κωδικός νομού', 'νομός', 'περιφερειακή ενότητα', 'kod powiatu', 'powiat', 'код района', 'район'],
        required: county === null,
        parse: (text) => countyCode(text === '' && county ? county : text),
      },
      municipalityCode: {
        labels: ['municipality code', 'κωδικός δήμου', 'kod gminy', 'terc', 'код муниципалитета'],
        required: false,
        parse: byRule(orNull(rules.territoryCode)),
      },
      city: line(['town', 'locality', 'πόλη', 'οικισμός', 'miejscowość', 'miasto', 'город', 'населённый пункт']),
      street: line(['address', 'οδός', 'διεύθυνση', 'ulica', 'адрес', 'улица']),
      number: line(['house number', 'no', 'αριθμός', 'numer', 'numer domu', 'nr domu', 'номер', 'дом']),
      postalCode: {
        labels: ['postal code', 'postcode', 'zip', 'τ.κ.', 'ταχυδρομικός κώδικας', 'kod pocztowy', 'почтовый индекс', 'индекс'],
        required: false,
        parse: (text) => (text === '' ? { value: '' } : postalCode(text)),
      },
      postOffice: line(['post office', 'ταχυδρομείο', 'poczta', 'почта']),
      ...contactColumns,
    },
  };
}
