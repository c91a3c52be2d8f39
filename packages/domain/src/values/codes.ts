/** Every code that a refused value can carry; the web has a message for each, some with `{limit}`. */
export const VALUE_ERRORS = [
  'REQUIRED',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_SMALL',
  'TOO_BIG',
  'TOO_MANY',
  'TOO_FEW',
  'NUL_CHARACTER',
  'INVALID',
  'INVALID_TYPE',
  'INVALID_CHOICE',
  'DUPLICATE',
  'INVALID_EMAIL',
  'INVALID_PHONE',
  'INVALID_URL',
  'INVALID_LANGUAGE',
  'INVALID_CODE',
  'INVALID_SLUG',
  'INVALID_POSTAL_CODE',
  'INVALID_DATE',
  'INVALID_TIME',
  'INVALID_SCHOOL_YEAR',
  'PASSWORD_IS_EMAIL',
  'NAME_INVISIBLE',
  'NAME_MIXES_SCRIPTS',
  'ENDS_BEFORE_START',
  'UNKNOWN_FIELD',
] as const;
export type ValueErrorCode = (typeof VALUE_ERRORS)[number];

/** Whether a text is one of the codes of `VALUE_ERRORS`. */
export function isValueErrorCode(text: string): text is ValueErrorCode {
  return (VALUE_ERRORS as readonly string[]).includes(text);
}

/** A length, in characters as the browser's `maxlength` counts them. */
export interface Lengths {
  min: number;
  max: number;
}

/** The bounds of texts, shared by forms, commands and the database. */
export const LENGTHS = {
  email: { min: 3, max: 254 },
  password: { min: 10, max: 128 },
  personName: { min: 1, max: 120 },
  name: { min: 1, max: 200 },
  title: { min: 3, max: 160 },
  pollOption: { min: 1, max: 120 },
  markdownBody: { min: 1, max: 20_000 },
  reason: { min: 3, max: 1_000 },
  networkPurpose: { min: 10, max: 4_000 },
  narrative: { min: 0, max: 10_000 },
  note: { min: 0, max: 1_000 },
  slug: { min: 1, max: 80 },
  phone: { min: 5, max: 32 },
  url: { min: 8, max: 2_000 },
  territoryCode: { min: 2, max: 32 },
  schoolCode: { min: 1, max: 40 },
  postalCode: { min: 3, max: 12 },
  searchQuery: { min: 0, max: 200 },
} as const satisfies Readonly<Record<string, Lengths>>;

/** Languages of the interface and of names in registers. */
export const LANGUAGES = ['en', 'el', 'pl', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];
