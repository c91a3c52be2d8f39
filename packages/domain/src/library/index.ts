export {
  EMPTY_RESOURCE,
  PRACTICE_QUESTIONS,
  type PracticeQuestion,
  RESOURCE_FILE_ROLES,
  RESOURCE_LIMITS,
  resourceContent,
  type ResourceContent,
  resourceDraft,
  type ResourceFileContent,
  type ResourceFileRole,
  type ResourceRemark,
  resourceRemarks,
} from './content.js';
export {
  RESOURCE_KINDS,
  RESOURCE_LANGUAGES,
  RESOURCE_OWNER_TYPES,
  RESOURCE_VISIBILITIES,
  type ResourceKind,
  type ResourceLanguage,
  type ResourceOwnerType,
  type ResourceVisibility,
  type Subject,
  SUBJECTS,
} from './kinds.js';
export { type Licence, LICENCE_TERMS, licenceOfUrl, LICENCES, type LicenceTerms } from './licences.js';
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
export {
  REPORT_OUTCOMES,
  REPORT_REASONS,
  type ReportOutcome,
  type ReportReason,
  resourceReportRule,
  USE_RESULTS,
  type UseResult,
  useRule,
  type UseValues,
} from './uses.js';
export { SAVED_SEARCHES_MAX, savedSearch, SEARCH_MAILS, type SearchMail } from './searches.js';
