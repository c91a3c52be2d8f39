import { ResourceReportResolver } from './reports/report.resolver.js';
import { ResourceUseResolver } from './uses/use.resolver.js';
import { FileDocumentResolver, ResourceFilesResolver, VersionFilesResolver } from './files/file.resolver.js';
import { LinkStateResolver } from './links/link.resolver.js';
import { ResourceResolver, ResourceVersionResolver } from './resource.resolver.js';

export { changeResource } from './commands/change-resource.js';
export { setTopics, shownColumns } from './commands/save-resource.js';
export { dropDraftResources, LEAVING_RESOURCES, SENT_FOR_RESOURCES, withdrawResources, withdrawUses } from './drop-drafts.js';
export { resourceMailJobs } from './mails.js';
export { resourceReportJobs } from './reports/report-mails.js';
export { NO_LONGER_OF_RESOURCE } from './files/change-files.js';
export { resourceFilePolicy } from './files/file.queries.js';
export { ResourceFile } from './files/resource-file.entity.js';
export { keepFromDisk, landFile, type LandedFile } from './files/land-file.js';
export { resourceUploadPurpose } from './files/resource-purpose.js';
export { resourceJobs, resourceSchedules } from './resource.jobs.js';
export { ResourceLink } from './links/resource-link.entity.js';
export { ResourceText } from './texts/resource-text.entity.js';
export { LicenceEnum, ResourceKindEnum, SchoolLevelEnum, SubjectEnum, ResourceOwnerTypeEnum, ResourceVisibilityEnum } from './enums.js';
export { type OwnerColumns, ownerColumns, ownerName, resourceOwner } from './owners.js';
export { ResourceVersion } from './resource-version.entity.js';
export { ResourceReport } from './reports/report.entity.js';
export { ResourceMark, ResourceUse } from './uses/use.entities.js';
export { Resource, ResourceTopic } from './resource.entity.js';
export {
  authorizeResource,
  canReadResource,
  canReadVersions,
  canReviewResource,
  canWriteResource,
  type OwnedFacts,
  type ResourceFacts,
  resourceReach,
  type ResourceReachSql,
  resourceScopes,
  resourcesVisibleTo,
  reviews as reviewsScope,
} from './resource.policy.js';
export { lockResource, readableResources, resourceById, resourceIdOf, toResource } from './resource.queries.js';
export { RESOURCE_COLUMNS, RESOURCE_FROM, type ResourceRow, resourceStatement } from './resource.statement.js';
export { ResourceActInput, ResourcePayload } from './resource.inputs.js';
export { ResourceOwner, ResourceType } from './resource.type.js';
export { registerSubmissionCheck, type Submission } from './submission-checks.js';
export { openVersion } from './version.queries.js';
export type { VersionRow } from './version.row.js';

export const resourceResolvers = [
  ResourceResolver,
  ResourceVersionResolver,
  ResourceFilesResolver,
  VersionFilesResolver,
  FileDocumentResolver,
  LinkStateResolver,
  ResourceUseResolver,
  ResourceReportResolver,
] as const;
