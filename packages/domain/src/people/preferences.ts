import { z } from 'zod';
import { cleanText, code, text } from '../values/base.js';
import { LENGTHS } from '../values/codes.js';

/** How the interface is shown. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Who may read a profile beyond the name: everybody, or only whoever is signed in. */
export const PROFILE_AUDIENCES = ['EVERYONE', 'SIGNED_IN'] as const;
export type ProfileAudience = (typeof PROFILE_AUDIENCES)[number];

/** A shortcut's name, as the interface has it. */
const SHORTCUT = /^[a-z][A-Za-z]{1,39}$/u;
/** `KeyboardEvent.code`: the place of a key, whatever the layout writes there. */
const KEY_CODE = /^[A-Z][A-Za-z0-9]{1,23}$/u;
const SHORTCUTS_MAX = 60;

/** Keys that a person moved a shortcut to: one, or two pressed one after the other. */
export const shortcutKeys = z
  .record(
    z.string().regex(SHORTCUT, code('INVALID')),
    z
      .array(z.string().regex(KEY_CODE, code('INVALID')))
      .min(1, code('TOO_FEW'))
      .max(2, code('TOO_MANY')),
  )
  .refine((keys) => Object.keys(keys).length <= SHORTCUTS_MAX, code('TOO_MANY'))
  .refine((keys) => new Set(Object.values(keys).map((codes) => codes.join(' '))).size === Object.keys(keys).length, code('INVALID_CHOICE'));
export type ShortcutKeys = z.infer<typeof shortcutKeys>;

/** Whether a text names a time zone, as IANA does. */
export function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A time zone by its IANA name. */
export const timeZone = z.string().max(64, code('TOO_LONG')).refine(isTimeZone, code('INVALID_CHOICE'));

/** What a person's own text about themselves may hold. */
export const aboutText = text(LENGTHS.note, cleanText);

/** What the public profile shows besides the name. Nothing, until the person says so: services are public, people are private. */
export const profileRule = z.object({
  audience: z.enum(PROFILE_AUDIENCES, code('INVALID_CHOICE')),
  about: aboutText,
  showsEmail: z.boolean(),
  showsAffiliations: z.boolean(),
  showsAppointments: z.boolean(),
});
export type Profile = z.infer<typeof profileRule>;

/** Everything that is kept of how a person wants Stoa. */
export interface Preferences {
  theme: Theme;
  /** False turns every shortcut of one key off (WCAG 2.2, 2.1.4). */
  shortcuts: boolean;
  shortcutKeys: ShortcutKeys;
  /** In whose morning digests come; null for what is usual. */
  timeZone: string | null;
  /** Whether the library shows resources because of what the person takes part in. */
  recommendations: boolean;
  profile: Profile;
}

const DEFAULTS: Preferences = {
  theme: 'system',
  shortcuts: true,
  shortcutKeys: {},
  timeZone: null,
  recommendations: true,
  profile: { audience: 'SIGNED_IN', about: '', showsEmail: false, showsAffiliations: false, showsAppointments: false },
};

const stored = z.object({
  theme: z.enum(THEMES).catch(DEFAULTS.theme),
  shortcuts: z.boolean().catch(DEFAULTS.shortcuts),
  shortcutKeys: shortcutKeys.catch(DEFAULTS.shortcutKeys),
  timeZone: timeZone.nullable().catch(DEFAULTS.timeZone),
  recommendations: z.boolean().catch(DEFAULTS.recommendations),
  profile: profileRule.catch(DEFAULTS.profile),
});

/** Reads what the database keeps; what is missing or of an older form gets its default. */
export function readPreferences(kept: unknown): Preferences {
  return stored.parse(typeof kept === 'object' && kept !== null ? kept : {}, { jitless: true });
}
