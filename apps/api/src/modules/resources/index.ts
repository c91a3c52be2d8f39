import { ResourceResolver, ResourceVersionResolver } from './resource.resolver.js';

export { changeResource } from './commands/change-resource.js';
export { insertResource } from './commands/create-resource.js';
export { setTopics, shownColumns } from './commands/save-resource.js';
export { dropDraftResources } from './drop-drafts.js';
export { type OwnerColumns, ownerColumns, ownerName, ownerOf, resourceOwner } from './owners.js';
export { ResourceOwnerTypeEnum, ResourceVisibilityEnum } from './enums.js';
export { ResourceVersion } from './resource-version.entity.js';
export { Resource, ResourceTopic } from './resource.entity.js';
export {
  authorizeResource,
  canReadResource,
  canReadVersions,
  canReviewResource,
  canWriteResource,
  RESOURCE_READ_ACTS,
  type OwnedFacts,
  type ResourceFacts,
  resourceReach,
  type ResourceReachSql,
  resourceScopes,
  resourcesVisibleTo,
  resourceTarget,
  reviews as reviewsScope,
} from './resource.policy.js';
export { lockResource, readableResources, resourceById, resourceIdOf, resourcesOf, toResource } from './resource.queries.js';
export { RESOURCE_COLUMNS, RESOURCE_FROM, type ResourceRow, resourceStatement } from './resource.statement.js';
export { ResourceActInput, ResourcePayload } from './resource.inputs.js';
export { ResourceConnection, ResourceOwner, ResourceType, ResourceVersionType } from './resource.type.js';
export { openVersion, shownVersion, versionByNo } from './version.queries.js';
export type { VersionRow } from './version.row.js';

export const resourceResolvers = [ResourceResolver, ResourceVersionResolver] as const;
