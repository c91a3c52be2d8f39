import {
  LICENCES,
  RESOURCE_FILE_ROLES,
  RESOURCE_KINDS,
  RESOURCE_OWNER_TYPES,
  RESOURCE_STATES,
  RESOURCE_VERSION_STATES,
  RESOURCE_VISIBILITIES,
  SUBJECTS,
} from '@stoa/domain';
import { registerEnumType } from 'type-graphql';

function enumOf<Value extends string>(name: string, values: readonly Value[], description?: string): { [V in Value]: V } {
  const object = Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(object, { name, ...(description ? { description } : {}) });
  return object;
}

export const ResourceKindEnum = enumOf('ResourceKind', RESOURCE_KINDS);
export const SubjectEnum = enumOf('Subject', SUBJECTS);
export const LicenceEnum = enumOf('Licence', LICENCES, 'CC_ stands for Creative Commons, version 4.0');
export const ResourceVisibilityEnum = enumOf('ResourceVisibility', RESOURCE_VISIBILITIES, 'MEMBERS: of the network it belongs to');
export const ResourceOwnerTypeEnum = enumOf('ResourceOwnerType', RESOURCE_OWNER_TYPES);
export const ResourceStateEnum = enumOf('ResourceState', RESOURCE_STATES, 'DRAFT until its first version is published');
export const ResourceVersionStateEnum = enumOf('ResourceVersionState', RESOURCE_VERSION_STATES);
export const ResourceFileRoleEnum = enumOf('ResourceFileRole', RESOURCE_FILE_ROLES);
export { AudienceEnum } from '../centres/index.js';
export { SchoolLevelEnum } from '../schools/index.js';
