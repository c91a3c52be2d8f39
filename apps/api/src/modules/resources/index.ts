import { ResourceResolver, ResourceVersionResolver } from './resource.resolver.js';

export { insertResource } from './commands/create-resource.js';
export { setTopics, shownColumns } from './commands/save-resource.js';
export { dropDraftResources } from './drop-drafts.js';
export { LicenceEnum, ResourceKindEnum, ResourceOwnerTypeEnum } from './enums.js';
export { ownerColumns, type OwnerColumns, ownerOf, resourceOwner } from './owners.js';
export { ResourceVersion } from './resource-version.entity.js';
export { Resource, ResourceTopic } from './resource.entity.js';
export {
  authorizeResource,
  canReadResource,
  canReviewResource,
  RESOURCE_READ_ACTS,
  type ResourceFacts,
  resourceReach,
  type ResourceReachSql,
  resourcesVisibleTo,
  resourceTarget,
} from './resource.policy.js';
export { lockResource, readableResources, resourceById, resourceIdOf, resourcesOf, toResource } from './resource.queries.js';
export { RESOURCE_COLUMNS, RESOURCE_FROM, type ResourceRow, resourceStatement } from './resource.statement.js';
export { ResourceConnection, ResourceOwner, ResourceType, ResourceVersionType } from './resource.type.js';
export { shownVersion, versionByNo } from './version.queries.js';
export type { VersionRow } from './version.row.js';

export const resourceResolvers = [ResourceResolver, ResourceVersionResolver] as const;
