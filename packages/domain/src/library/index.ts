export {
  resourceContent,
  type ResourceContent,
  resourceDraft,
  type ResourceFileContent,
  type ResourceRemark,
  resourceRemarks,
} from './content.js';
export { EMPTY_RESOURCE } from './empty.js';
export {
  PRACTICE_QUESTIONS,
  type PracticeQuestion,
  REPORT_OUTCOMES,
  REPORT_REASONS,
  type ReportOutcome,
  type ReportReason,
  RESOURCE_FIELDS,
  RESOURCE_FILE_ROLES,
  RESOURCE_KINDS,
  RESOURCE_LANGUAGES,
  RESOURCE_LIMITS,
  RESOURCE_OWNER_TYPES,
  RESOURCE_VISIBILITIES,
  type ResourceFileRole,
  type ResourceKind,
  type ResourceLanguage,
  type ResourceOwnerType,
  type ResourceVisibility,
  SEARCH_MAILS,
  type SearchMail,
  type Subject,
  SUBJECTS,
  USE_RESULTS,
  type UseResult,
} from './kinds.js';
export { type Licence, LICENCE_TERMS, licenceOfUrl, LICENCES, type LicenceTerms } from './licences.js';
export { SAVED_SEARCHES_MAX, savedSearch } from './searches.js';
export {
  isPublished,
  RESOURCE,
  RESOURCE_STATES,
  RESOURCE_VERSION,
  RESOURCE_VERSION_STATES,
  type ResourceAct,
  type ResourceState,
  type ResourceVersionAct,
  type ResourceVersionState,
} from './states.js';
export { resourceReportRule, useRule, type UseValues } from './uses.js';
