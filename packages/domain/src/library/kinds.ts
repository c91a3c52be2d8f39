/** Kinds of resource. */
export const RESOURCE_KINDS = [
  'GUIDE',
  'LESSON_SCENARIO',
  'PRESENTATION',
  'WORKSHEET',
  'RECORDING',
  'QUIZ',
  'SOFTWARE',
  'LINK',
  'GOOD_PRACTICE',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** School subjects that resources are for; a resource on no subject, such as one on cooperation with parents, names none. */
export const SUBJECTS = [
  'NATIVE_LANGUAGE',
  'FOREIGN_LANGUAGES',
  'MATHEMATICS',
  'PHYSICS',
  'CHEMISTRY',
  'BIOLOGY',
  'NATURE',
  'GEOGRAPHY',
  'HISTORY',
  'CIVICS',
  'RELIGION_ETHICS',
  'INFORMATICS',
  'TECHNOLOGY',
  'ART',
  'MUSIC',
  'PHYSICAL_EDUCATION',
  'HEALTH',
  'ECONOMICS',
  'VOCATIONAL_SUBJECTS',
  'EARLY_EDUCATION',
  'SPECIAL_EDUCATION',
  'CLASS_TEACHING',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Who may read a published resource: everybody, or the members of its network. */
export const RESOURCE_VISIBILITIES = ['PUBLIC', 'MEMBERS'] as const;
export type ResourceVisibility = (typeof RESOURCE_VISIBILITIES)[number];

/** What a resource can belong to: it is reviewed by those who have that scope. */
export const RESOURCE_OWNER_TYPES = ['NETWORK', 'STRUCTURE', 'CENTRE', 'SCHOOL', 'COUNTY'] as const;
export type ResourceOwnerType = (typeof RESOURCE_OWNER_TYPES)[number];

/** Languages of resources: those of the interface, and others that teachers use. ISO 639-1. */
export const RESOURCE_LANGUAGES = ['en', 'el', 'pl', 'ru', 'de', 'fr', 'es', 'it', 'uk', 'tr', 'sq', 'bg', 'ro'] as const;
export type ResourceLanguage = (typeof RESOURCE_LANGUAGES)[number];

/** Bounds of what a resource holds. */
export const RESOURCE_LIMITS = { authors: 20, topics: 10, files: 40, links: 40, minutes: 6_000 } as const;

/** The questions of a good practice, in the order of its form. */
export const PRACTICE_QUESTIONS = ['context', 'actions', 'result', 'needs', 'carryOver'] as const;
export type PracticeQuestion = (typeof PRACTICE_QUESTIONS)[number];

/** What a file is to its resource: what one came for, or an aid to another file. */
export const RESOURCE_FILE_ROLES = ['MATERIAL', 'SUBTITLES', 'TRANSCRIPT'] as const;
export type ResourceFileRole = (typeof RESOURCE_FILE_ROLES)[number];

/** How often somebody is written to about what is new for a saved search. */
export const SEARCH_MAILS = ['NONE', 'DAILY', 'WEEKLY'] as const;
export type SearchMail = (typeof SEARCH_MAILS)[number];

/** How it went where somebody tried a resource. */
export const USE_RESULTS = ['WORKED', 'PARTLY', 'NOT'] as const;
export type UseResult = (typeof USE_RESULTS)[number];

/** Why somebody reports a resource or an account of its use. */
export const REPORT_REASONS = ['COPYRIGHT', 'OUTDATED', 'ERROR', 'OFFENDS', 'PERSONAL_DATA', 'OTHER'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What can be decided on a report: nothing is done, or what was reported is taken out of sight. */
export const REPORT_OUTCOMES = ['KEPT', 'TAKEN_DOWN'] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

/** What a resource says of itself, in the order of its form: fields that a remark can be on. */
export const RESOURCE_FIELDS = [
  'kind',
  'title',
  'lang',
  'visibility',
  'outcome',
  'summary',
  'body',
  'minutes',
  'licence',
  'attribution',
  'authors',
  'subjects',
  'levels',
  'audiences',
  'topicIds',
  'files',
  'links',
  'practice',
] as const;
