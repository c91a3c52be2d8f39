import { LANGUAGES, openState, type Contacts, type Language, type LocalText, type OpeningHours } from '@stoa/domain';
import type { Context } from '../../platform/context.js';
import type { LocalName } from '../territories/index.js';
import type { ContactsType, LocalTextInput, OpeningHoursType, OpenNowType } from './card.types.js';

/** A text in the reader's language where there is one, else in `fallback`, else in any; null where there is none. */
export function textFor(texts: LocalText, reader: Language, fallback: Language): LocalName | null {
  const lang = [reader, fallback, ...LANGUAGES].find((each) => texts[each] !== undefined);
  return lang === undefined ? null : { lang, text: texts[lang] ?? '' };
}

/** The texts of all languages, in the languages' order. */
export function allTexts(texts: LocalText): LocalName[] {
  return LANGUAGES.flatMap((lang) => (texts[lang] === undefined ? [] : [{ lang, text: texts[lang] }]));
}

/** A form's texts by language; empty ones are left out, of two in one language the last counts. */
export function byLanguage(texts: readonly LocalTextInput[]): Record<string, string> {
  return Object.fromEntries(texts.filter(({ text }) => text.trim() !== '').map(({ lang, text }) => [lang, text]));
}

/** Contacts of a row, with null for what it lacks. */
export function toContacts(contacts: Partial<Contacts>): ContactsType {
  return {
    email: contacts.email ?? null,
    phone: contacts.phone ?? null,
    website: contacts.website ?? null,
    address: contacts.address ?? null,
  };
}

/** Hours of a row as lists, however little it holds. */
export function toHours(hours: Partial<OpeningHours>): OpeningHoursType {
  const exceptions = (hours.exceptions ?? []).map(({ date, spans }) => ({ date, spans: spans.map(({ from, to }) => ({ from, to })) }));
  return { weekly: [...(hours.weekly ?? [])], exceptions };
}

/** Whether the hours of a row have it open now, by the installation's clocks. */
export function toOpenNow(ctx: Pick<Context, 'clock' | 'config'>, hours: Partial<OpeningHours>): OpenNowType {
  const state = openState(toHours(hours), ctx.clock.now(), ctx.config.timeZone);
  return {
    state: state.state,
    until: state.state === 'OPEN' ? state.until : null,
    opensOn: state.state === 'CLOSED' ? state.opensOn : null,
    opensAt: state.state === 'CLOSED' ? state.opensAt : null,
    closedToday: state.state === 'CLOSED' && state.closedToday,
  };
}
