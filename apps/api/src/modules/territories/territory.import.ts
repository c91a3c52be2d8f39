import { orNull, rules, TERRITORY_KINDS, territoryKindOf, type Language, type TerritoryKind } from '@stoa/domain';
import { byRule, type ImportDefinition } from '../../platform/csv/index.js';

/** A row of a register of territories. Other names are translations that the same file may carry. */
export interface TerritoryImportRow {
  code: string;
  kind: TerritoryKind;
  name: string;
  lang: Language;
  parentCode: string | null;
  validFrom: string | null;
  validTo: string | null;
  nameEn: string | null;
  nameEl: string | null;
  namePl: string | null;
  nameRu: string | null;
}

const language = byRule(rules.language);
const optionalName = byRule(orNull(rules.name));
const optionalDate = byRule(orNull(rules.date));

/**
 * How a register of territories is read.
 * @param lang the language of the names where the file has no column that says it; without it that column is required
 */
export function territoryImport(lang: Language | null): ImportDefinition<TerritoryImportRow> {
  return {
    kind: 'territories',
    keyOf: (row) => row.code,
    columns: {
      code: {
        labels: [
          'official code',
          'id',
          'κωδικός',
          'κωδικός περιοχής',
          'kod',
          'kod teryt',
          'teryt',
          'terc',
          'identyfikator',
          'код',
          'код территории',
          'окато',
          'октмо',
        ],
        required: true,
        parse: byRule(rules.territoryCode),
      },
      kind: {
        labels: [
          'type',
          'level',
          'είδος',
          'τύπος',
          'επίπεδο',
          'βαθμίδα',
          'rodzaj',
          'typ',
          'poziom',
          'nazwa dodatkowa',
          'вид',
          'тип',
          'уровень',
        ],
        required: true,
        choices: TERRITORY_KINDS,
        parse: (text) => {
          const kind = territoryKindOf(text);
          return kind ? { value: kind } : { code: 'KIND_UNKNOWN' };
        },
      },
      name: {
        labels: ['official name', 'όνομα', 'ονομασία', 'nazwa', 'название', 'наименование'],
        required: true,
        parse: byRule(rules.name),
      },
      lang: {
        labels: ['language', 'γλώσσα', 'język', 'язык'],
        required: lang === null,
        values: { en: ['eng', 'english'], el: ['gr', 'ell', 'gre', 'ελληνικά'], pl: ['pol', 'polski'], ru: ['rus', 'русский'] },
        parse: (text) => language(text === '' && lang ? lang : text),
      },
      parentCode: {
        labels: [
          'parent_code',
          'parent',
          'parent code',
          'part of',
          'κωδικός γονέα',
          'ανήκει',
          'ανήκει σε',
          'kod nadrzędny',
          'jednostka nadrzędna',
          'nadrzędny',
          'код родителя',
          'вышестоящий код',
          'входит в',
        ],
        required: false,
        parse: byRule(orNull(rules.territoryCode)),
      },
      validFrom: {
        labels: ['valid from', 'from', 'ισχύει από', 'από', 'obowiązuje od', 'od', 'действует с', 'с'],
        required: false,
        parse: optionalDate,
      },
      validTo: {
        labels: ['valid to', 'to', 'until', 'ισχύει έως', 'έως', 'obowiązuje do', 'do', 'действует по', 'по'],
        required: false,
        parse: optionalDate,
      },
      nameEn: { labels: ['name en', 'english name', 'όνομα en', 'nazwa en', 'название en'], required: false, parse: optionalName },
      nameEl: { labels: ['name el', 'greek name', 'όνομα el', 'nazwa el', 'название el'], required: false, parse: optionalName },
      namePl: { labels: ['name pl', 'polish name', 'όνομα pl', 'nazwa pl', 'название pl'], required: false, parse: optionalName },
      nameRu: { labels: ['name ru', 'russian name', 'όνομα ru', 'nazwa ru', 'название ru'], required: false, parse: optionalName },
    },
  };
}

/** The names that a row gives, by language. */
export function namesOf(row: TerritoryImportRow): Partial<Record<Language, string>> {
  const { nameEn: en, nameEl: el, namePl: pl, nameRu: ru } = row;
  const given = Object.entries({ en, el, pl, ru, [row.lang]: row.name }).filter(([, text]) => text !== null);
  return Object.fromEntries(given);
}
