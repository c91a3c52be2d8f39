import { z } from 'zod';
import { code, orNull, text } from '../values/base.js';
import { type Language, LANGUAGES, LENGTHS } from '../values/codes.js';
import { email, language, name, note, phone, url } from '../values/rules.js';
import { AUDIENCES } from './kinds.js';

/** A text in some of the four languages. */
export type LocalText = Partial<Record<Language, string>>;

/** How a place is reached; null where it gave nothing. */
export interface Contacts {
  email: string | null;
  phone: string | null;
  website: string | null;
  address: string | null;
}

/** A text by language, each by `one`; empty ones are left out before. `required` asks for one language at least. */
export function localText(one: z.ZodType<string>, required: boolean): z.ZodType<LocalText> {
  const rule = z.partialRecord(z.enum(LANGUAGES), one);
  return required ? rule.refine((texts) => Object.keys(texts).length > 0, code('REQUIRED')) : rule;
}

/** Names of a centre, structure or topic. */
export const localNames = (): z.ZodType<LocalText> => localText(name, true);

/** A mission, description or note that may be empty. */
export const localNotes = (): z.ZodType<LocalText> => localText(note, false);

/** Contacts as a card's form sends them. */
export const contactsRule = (): z.ZodType<Contacts> =>
  z.object({ email: orNull(email), phone: orNull(phone), website: orNull(url), address: orNull(text(LENGTHS.name)) });

/** Languages that people are helped in; order is kept. */
export const languagesRule = (): z.ZodType<Language[]> => z.array(language).max(LANGUAGES.length);

/** Audiences of a structure. */
export const audiencesRule = (): z.ZodType<(typeof AUDIENCES)[number][]> => z.array(z.enum(AUDIENCES)).max(AUDIENCES.length);

/** Functions of a structure ("career counsellor"), each named by language; no names of persons. */
export const functionsRule = (): z.ZodType<LocalText[]> => z.array(localNames()).max(20);
