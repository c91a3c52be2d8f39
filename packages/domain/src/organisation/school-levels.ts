import { SCHOOL_LEVELS, type SchoolLevel } from '../directory/kinds.js';
import { foldText } from '../text/fold.js';

/** A kind of school as registers name it: a beginning of the folded name, and the level; null is a body that is no school. */
type Name = readonly [beginning: string, level: SchoolLevel | null];

// In each language special schools and groups come first, since their names go on with an ordinary level.
const NAMES: readonly Name[] = [
  // Polish
  ['poradnia', null],
  ['biblioteka', null],
  ['placowka doskonalenia', null],
  ['bursa', null],
  ['internat', null],
  ['dom wczasow', null],
  ['mlodziezowy dom kultury', null],
  ['palac mlodziezy', null],
  ['ognisko', null],
  ['miedzyszkolny osrodek sportowy', null],
  ['schronisko mlodziezowe', null],
  ['kolegium', null],
  ['specjalny osrodek', 'SPECIAL'],
  ['osrodek rewalidacyjno', 'SPECIAL'],
  ['mlodziezowy osrodek', 'SPECIAL'],
  ['szkola specjalna', 'SPECIAL'],
  ['szkola podstawowa specjalna', 'SPECIAL'],
  ['przedszkole specjalne', 'SPECIAL'],
  ['liceum ogolnoksztalcace specjalne', 'SPECIAL'],
  ['branzowa szkola i stopnia specjalna', 'SPECIAL'],
  ['technikum specjalne', 'SPECIAL'],
  ['zespol', 'COMBINED'],
  ['przedszkole', 'PRESCHOOL'],
  ['punkt przedszkolny', 'PRESCHOOL'],
  ['oddzial przedszkolny', 'PRESCHOOL'],
  ['zlobek', 'PRESCHOOL'],
  ['szkola podstawowa', 'PRIMARY'],
  ['gimnazjum', 'LOWER_SECONDARY'],
  ['liceum profilowane', 'VOCATIONAL'],
  ['liceum', 'UPPER_SECONDARY'],
  ['technikum', 'VOCATIONAL'],
  ['branzowa szkola', 'VOCATIONAL'],
  ['szkola branzowa', 'VOCATIONAL'],
  ['zasadnicza szkola zawodowa', 'VOCATIONAL'],
  ['centrum ksztalcenia zawodowego', 'VOCATIONAL'],
  ['szkola policealna', 'POST_SECONDARY'],
  ['szkola przysposabiajaca', 'SPECIAL'],
  // Greek
  ['κεσυπ', null],
  ['κεδδυ', null],
  ['κεδασυ', null],
  ['εκφε', null],
  ['σχολικη βιβλιοθηκη', null],
  ['φροντιστηριο', null],
  ['ειδικο', 'SPECIAL'],
  ['εεεεκ', 'SPECIAL'],
  ['ε.ε.ε.εκ', 'SPECIAL'],
  ['εργαστηριο ειδικης', 'SPECIAL'],
  ['ενεεγυλ', 'SPECIAL'],
  ['νηπιαγωγειο', 'PRESCHOOL'],
  ['παιδικοσ σταθμοσ', 'PRESCHOOL'],
  ['δημοτικο', 'PRIMARY'],
  ['γυμνασιο με λυκειακεσ', 'COMBINED'],
  ['γυμνασιο - λυκειο', 'COMBINED'],
  ['γυμνασιο', 'LOWER_SECONDARY'],
  ['επαγγελματικο λυκειο', 'VOCATIONAL'],
  ['επαλ', 'VOCATIONAL'],
  ['επα.λ', 'VOCATIONAL'],
  ['εσπερινο επαλ', 'VOCATIONAL'],
  ['γενικο λυκειο', 'UPPER_SECONDARY'],
  ['γελ', 'UPPER_SECONDARY'],
  ['λυκειο', 'UPPER_SECONDARY'],
  ['ιεκ', 'POST_SECONDARY'],
  ['σαεκ', 'POST_SECONDARY'],
  ['εσπερινο γυμνασιο', 'LOWER_SECONDARY'],
  ['εσπερινο γενικο λυκειο', 'UPPER_SECONDARY'],
  // Russian
  ['центр психолого', null],
  ['библиотека', null],
  ['дом детского творчества', null],
  ['центр дополнительного', null],
  ['специальная', 'SPECIAL'],
  ['коррекционная', 'SPECIAL'],
  ['школа-интернат для', 'SPECIAL'],
  ['детскии сад', 'PRESCHOOL'],
  ['дошкольн', 'PRESCHOOL'],
  ['ясли', 'PRESCHOOL'],
  ['начальная школа - детскии сад', 'COMBINED'],
  ['образовательныи комплекс', 'COMBINED'],
  ['начальная', 'PRIMARY'],
  ['основная', 'LOWER_SECONDARY'],
  ['средняя', 'UPPER_SECONDARY'],
  ['лицеи', 'UPPER_SECONDARY'],
  ['гимназия', 'UPPER_SECONDARY'],
  ['техникум', 'VOCATIONAL'],
  ['профессиональное училище', 'VOCATIONAL'],
  ['колледж', 'POST_SECONDARY'],
  // English
  ['counselling', null],
  ['library', null],
  ['special', 'SPECIAL'],
  ['school complex', 'COMBINED'],
  ['group of schools', 'COMBINED'],
  ['all-through', 'COMBINED'],
  ['kindergarten', 'PRESCHOOL'],
  ['nursery', 'PRESCHOOL'],
  ['pre-school', 'PRESCHOOL'],
  ['preschool', 'PRESCHOOL'],
  ['primary', 'PRIMARY'],
  ['elementary', 'PRIMARY'],
  ['lower secondary', 'LOWER_SECONDARY'],
  ['middle', 'LOWER_SECONDARY'],
  ['upper secondary', 'UPPER_SECONDARY'],
  ['secondary', 'UPPER_SECONDARY'],
  ['high school', 'UPPER_SECONDARY'],
  ['vocational', 'VOCATIONAL'],
  ['technical', 'VOCATIONAL'],
  ['post-secondary', 'POST_SECONDARY'],
  ['college', 'POST_SECONDARY'],
  ['combined', 'COMBINED'],
];

/** What a type name of a register means: a level, a body that is no school, or a name that somebody has to map. */
export type SchoolType = { level: SchoolLevel } | 'NOT_A_SCHOOL' | 'UNKNOWN';

/**
 * Reads the type of a school as registers of Poland, Greece, Russia and English-speaking countries write it, case and accents forgiven;
 * the codes of `SCHOOL_LEVELS` are read too. The longest beginning that fits decides.
 */
export function schoolTypeOf(typeName: string): SchoolType {
  const folded = foldText(typeName);
  const code = SCHOOL_LEVELS.find((level) => level.toLowerCase() === folded.replace(/[ -]/gu, '_'));
  if (code !== undefined) return { level: code };
  const fitting = NAMES.filter(([beginning]) => folded.startsWith(beginning));
  const best = fitting.reduce<Name | undefined>(
    (longest, name) => (longest !== undefined && longest[0].length >= name[0].length ? longest : name),
    undefined,
  );
  if (best === undefined) return 'UNKNOWN';
  return best[1] === null ? 'NOT_A_SCHOOL' : { level: best[1] };
}
