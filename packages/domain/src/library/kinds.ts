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
