export { AFFILIATION, AFFILIATION_STATES, type AffiliationAct, type AffiliationState } from './affiliation.js';
export { browserName } from './browser-name.js';
export {
  aboutText,
  isTimeZone,
  type Preferences,
  PROFILE_AUDIENCES,
  type Profile,
  type ProfileAudience,
  profileRule,
  readPreferences,
  shortcutKeys,
  type ShortcutKeys,
  type Theme,
  THEMES,
  timeZone,
} from './preferences.js';
