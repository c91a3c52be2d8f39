import type { GatheringState } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { connectionOf, Node, Payload } from '../../../platform/graphql/types.js';
import { PersonType } from '../../accounts/index.js';
import { ResourceType } from '../../resources/index.js';
import { GatheringStateEnum } from '../paths/path.types.js';

/** A collection's row. Times are ISO text. */
export interface CollectionRow {
  id: string;
  slug: string;
  owner_id: string;
  owner_handle: string;
  owner_name: string;
  state: GatheringState;
  title: string;
  summary: string;
  lang: string;
  changed_at: string;
  version: number;
}

/** A resource in a collection that the viewer may read. */
@ObjectType('CollectionItem')
@Policy(WITH_RECORD)
export class CollectionItemType {
  @Field(() => ResourceType)
  resource!: ResourceType;

  @Field(() => String, { description: 'What the owner says of it' })
  remark!: string;
}

/** The public face of a collection. */
@ObjectType('Collection', { implements: Node })
@Policy(WITH_RECORD)
export class CollectionType extends Node {
  @Field(() => String)
  slug!: string;

  @Field(() => PersonType)
  owner!: PersonType;

  @Field(() => GatheringStateEnum, { description: 'What is not PUBLISHED is for its owner alone' })
  state!: GatheringState;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { description: 'ISO 639-1' })
  lang!: string;

  @Field(() => String)
  changedAt!: string;

  @Field(() => Int)
  version!: number;

  /** The row, for field resolvers; not in the schema. */
  row!: CollectionRow;
}

export const CollectionConnection = connectionOf('Collection', () => CollectionType);

@InputType()
export class CollectionItemInput {
  @Field(() => ID)
  resourceId!: string;

  @Field(() => String)
  remark!: string;
}

@InputType()
export class CreateCollectionInput {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { description: 'ISO 639-1' })
  lang!: string;

  @Field(() => [CollectionItemInput])
  items!: CollectionItemInput[];

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class CollectionActInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "The collection's version" })
  expectedVersion!: number;
}

@InputType()
export class SaveCollectionInput extends CollectionActInput {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { description: 'ISO 639-1' })
  lang!: string;

  @Field(() => [CollectionItemInput], { description: 'In order; what the owner cannot read any more stays at the end' })
  items!: CollectionItemInput[];
}

@InputType()
export class ShowCollectionInput extends CollectionActInput {
  @Field(() => Boolean, { description: 'Whether everybody may read it' })
  isPublic!: boolean;
}

@InputType()
export class CopyCollectionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class CollectResourceInput {
  @Field(() => ID)
  collectionId!: string;

  @Field(() => ID)
  resourceId!: string;

  @Field(() => Boolean, { description: 'False takes it out' })
  collected!: boolean;
}

@ObjectType()
@Policy(WITH_RECORD)
export class CollectionPayload extends Payload {
  @Field(() => CollectionType, { nullable: true })
  collection?: CollectionType | null;
}
