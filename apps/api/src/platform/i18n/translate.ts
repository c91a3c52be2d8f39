import { createIntl, createIntlCache, type CustomFormats, type IntlShape } from '@formatjs/intl';
import type { Language } from '@stoa/domain';

/** Messages of one module for what the server itself writes (mails, documents); a missing language or key is a type error. */
export type Messages<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** Formats a message; values fill its ICU arguments. */
export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number | Date>) => string;

/**
 * What messages write as `{at, date, day}` and `{at, time, clock}`: "24 November 2026", "09:00". Named, since skeletons (`::yMMMMd`)
 * would ignore the time zone.
 */
const FORMATS: CustomFormats = {
  date: { day: { day: 'numeric', month: 'long', year: 'numeric' } },
  time: { clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } },
};

const cache = createIntlCache();
const shapes = new WeakMap<object, Map<string, IntlShape<string>>>();

/** The formatter of a module's messages in one language; dates and plurals follow that language, English ones as in Britain, like the interface. */
export function translator<Key extends string>(messages: Messages<Key>, lang: Language, timeZone = 'UTC'): Translate<Key> {
  const own = messages[lang];
  const byZone = shapes.get(own) ?? new Map<string, IntlShape<string>>();
  shapes.set(own, byZone);
  let intl = byZone.get(timeZone);
  if (!intl) {
    intl = createIntl(
      {
        locale: lang === 'en' ? 'en-GB' : lang,
        messages: own,
        timeZone,
        formats: FORMATS,
        onError: (error) => {
          throw error;
        },
      },
      cache,
    );
    byZone.set(timeZone, intl);
  }
  const shape = intl;
  return (key, values) => shape.formatMessage({ id: key, defaultMessage: own[key] }, values);
}
