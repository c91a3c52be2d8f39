import {
  HARVEST_ERRORS,
  HARVEST_NOTES,
  HARVEST_SCHEDULES,
  HARVEST_STATES,
  LOCKABLE_FIELDS,
  METADATA_PREFIXES,
  type HarvestError,
  type HarvestNote,
  type HarvestSchedule,
  type HarvestState,
  type Licence,
  type LockableField,
  type MetadataPrefix,
  type ResourceKind,
  type ResourceOwnerType,
} from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf, Node, Payload } from '../../../platform/graphql/types.js';
import {
  LicenceEnum,
  ResourceKindEnum,
  ResourceOwner,
  ResourceOwnerTypeEnum,
  ResourceType,
  type OwnerColumns,
} from '../../resources/index.js';

const MetadataPrefixEnum = enumOf(METADATA_PREFIXES);
registerEnumType(MetadataPrefixEnum, { name: 'MetadataPrefix' });
const HarvestScheduleEnum = enumOf(HARVEST_SCHEDULES);
registerEnumType(HarvestScheduleEnum, { name: 'HarvestSchedule' });
const HarvestStateEnum = enumOf(HARVEST_STATES);
registerEnumType(HarvestStateEnum, { name: 'HarvestState' });
const HarvestErrorEnum = enumOf(HARVEST_ERRORS);
registerEnumType(HarvestErrorEnum, { name: 'HarvestError' });
const HarvestNoteEnum = enumOf(HARVEST_NOTES);
registerEnumType(HarvestNoteEnum, { name: 'HarvestNoteKind' });
const LockableFieldEnum = enumOf(LOCKABLE_FIELDS);
registerEnumType(LockableFieldEnum, { name: 'LockableField' });

/** Where a harvested resource comes from, as its readers see it. */
@ObjectType('ResourceSource')
@Policy(WITH_RECORD)
export class ResourceSourceType {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its page at the source' })
  url!: string | null;

  @Field(() => String, { description: 'Of the record, as the source names it' })
  identifier!: string;

  @Field(() => [LockableFieldEnum], { description: 'What a curator keeps as it is; empty for those who may not lock' })
  lockedFields!: LockableField[];

  @Field(() => Boolean)
  viewerCanLock!: boolean;
}

/** Something told of a record of a run. */
@ObjectType('HarvestNote', { implements: Node })
@Policy(WITH_RECORD)
export class HarvestNoteType extends Node {
  @Field(() => HarvestNoteEnum)
  kind!: HarvestNote;

  @Field(() => String)
  identifier!: string;

  @Field(() => String, { description: 'What was wrong: a code, or the date that is none' })
  detail!: string;

  @Field(() => ResourceType, { nullable: true, description: 'The resource that is the same work' })
  resource?: ResourceType | null;

  resourceId!: string | null;
}

@ObjectType()
export class HarvestNoteConnection extends connectionOf('HarvestNote', () => HarvestNoteType) {}

/** One run of a harvest. Times are ISO text in UTC. */
@ObjectType('HarvestRun', { implements: Node })
@Policy(WITH_RECORD)
export class HarvestRunType extends Node {
  @Field(() => HarvestStateEnum)
  state!: HarvestState;

  @Field(() => String)
  startedAt!: string;

  @Field(() => String, { nullable: true })
  finishedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'From when on it asks, by the clock of the source; null: from the beginning' })
  fromAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many records the source says there are' })
  expected!: number | null;

  @Field(() => Int)
  seen!: number;

  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int)
  withdrawn!: number;

  @Field(() => Int)
  duplicates!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => HarvestErrorEnum, { nullable: true })
  errorCode!: HarvestError | null;

  @Field(() => String, { description: 'What the source or the network said' })
  errorDetail!: string;

  @Field(() => Boolean, { description: 'Whether the next run goes on where this one broke off' })
  canResume!: boolean;
}

@ObjectType()
export class HarvestRunConnection extends connectionOf('HarvestRun', () => HarvestRunType) {}

/** A repository that the library is filled from. */
@ObjectType('LibrarySource', { implements: Node })
@Policy(WITH_RECORD)
export class LibrarySourceType extends Node {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  url!: string;

  @Field(() => MetadataPrefixEnum)
  metadataPrefix!: MetadataPrefix;

  @Field(() => String, { description: 'The set that is asked for; empty: all' })
  set!: string;

  @Field(() => ResourceOwner, { nullable: true, description: 'Where its records land' })
  owner?: ResourceOwner | null;

  @Field(() => ResourceKindEnum, { description: 'Of records that do not say theirs' })
  kind!: ResourceKind;

  @Field(() => String, { description: 'Of records that do not say theirs, ISO 639-1' })
  lang!: string;

  @Field(() => LicenceEnum, { nullable: true, description: 'Of records that do not say theirs' })
  licence!: Licence | null;

  @Field(() => HarvestScheduleEnum)
  schedule!: HarvestSchedule;

  @Field(() => HarvestRunType, { nullable: true })
  lastRun?: HarvestRunType | null;

  @Field(() => HarvestRunConnection, { description: 'The newest first' })
  runs?: HarvestRunConnection;

  @Field(() => Int, { description: 'Resources of it that readers find' })
  resourceCount?: number;

  @Field(() => Int)
  version!: number;

  /** Not in the schema. */
  ownerColumns!: OwnerColumns;
}

@ObjectType()
export class LibrarySourceConnection extends connectionOf('LibrarySource', () => LibrarySourceType) {}

@InputType()
class LibrarySourceFields {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  url!: string;

  @Field(() => MetadataPrefixEnum)
  metadataPrefix!: MetadataPrefix;

  @Field(() => String, { defaultValue: '' })
  set!: string;

  @Field(() => ResourceKindEnum)
  kind!: ResourceKind;

  @Field(() => String)
  lang!: string;

  @Field(() => LicenceEnum, { nullable: true })
  licence?: Licence | null;

  @Field(() => HarvestScheduleEnum)
  schedule!: HarvestSchedule;
}

@InputType()
export class AddLibrarySourceInput extends LibrarySourceFields {
  @Field(() => ResourceOwnerTypeEnum, { description: 'COUNTY, CENTRE or STRUCTURE' })
  ownerType!: ResourceOwnerType;

  @Field(() => ID)
  ownerId!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class ChangeLibrarySourceInput extends LibrarySourceFields {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class HarvestInput {
  @Field(() => ID, { description: 'Of the source' })
  id!: string;
}

@InputType()
export class LockHarvestedFieldsInput {
  @Field(() => ID, { description: 'Of the resource' })
  id!: string;

  @Field(() => [LockableFieldEnum], { description: 'What stays as it is; all others follow the source' })
  fields!: LockableField[];
}

@ObjectType()
export class LibrarySourcePayload extends Payload {
  @Field(() => LibrarySourceType, { nullable: true })
  source?: LibrarySourceType | null;
}

@ObjectType()
export class LockHarvestedFieldsPayload extends Payload {
  @Field(() => ResourceType, { nullable: true })
  resource?: ResourceType | null;
}
