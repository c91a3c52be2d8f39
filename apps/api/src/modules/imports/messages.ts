import type { Language } from '@stoa/domain';
import type { RowError } from '../../platform/csv/index.js';
import { translator, type Messages } from '../../platform/i18n/translate.js';
import { el } from './words/el.js';
import { en } from './words/en.js';
import { pl } from './words/pl.js';
import { ru } from './words/ru.js';

/** Words of imports that the server writes: into the file of rejected rows and beside columns and errors. */
export const importMessages: Messages<keyof typeof en> = { en, el, pl, ru };

function isKey(key: string): key is keyof typeof en {
  return Object.hasOwn(en, key);
}

/** What is wrong with a row or file, as a person reads it. */
export function describeError(lang: Language, { code, column, otherLine }: RowError): string {
  const say = translator(importMessages, lang);
  const key = `error.${code}`;
  const message = say(isKey(key) ? key : 'error.OTHER');
  if (otherLine !== undefined) return say('otherLine', { message, line: otherLine });
  return column === undefined ? message : say('where', { message, column: keyLabel(lang, column) });
}

/** The name of a key that a column fills. */
export function keyLabel(lang: Language, key: string): string {
  const id = `key.${key}`;
  return isKey(id) ? translator(importMessages, lang)(id) : key;
}
