import type {
  Audience,
  Licence,
  ResourceFileRole,
  ResourceKind,
  ResourceOwnerType,
  ResourceVisibility,
  SchoolLevel,
  Subject,
} from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import {
  AudienceEnum,
  LicenceEnum,
  ResourceFileRoleEnum,
  ResourceKindEnum,
  ResourceOwnerTypeEnum,
  ResourceVisibilityEnum,
  SchoolLevelEnum,
  SubjectEnum,
} from './enums.js';
import { ResourceType } from './resource.type.js';

@InputType()
export class ResourceFileInput {
  @Field(() => ID, { description: 'A ResourceFile of the resource' })
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  alt!: string;

  @Field(() => ResourceFileRoleEnum)
  role!: ResourceFileRole;

  @Field(() => String, { nullable: true, description: 'ISO 639-1' })
  lang?: string | null;
}

@InputType()
export class ResourceLinkInput {
  @Field(() => String)
  url!: string;

  @Field(() => String)
  title!: string;
}

@InputType()
export class PracticeInput {
  @Field(() => String)
  context!: string;

  @Field(() => String)
  actions!: string;

  @Field(() => String)
  result!: string;

  @Field(() => String)
  needs!: string;

  @Field(() => String)
  carryOver!: string;
}

/** All that a version says. */
@InputType()
export class ResourceContentInput {
  @Field(() => ResourceKindEnum)
  kind!: ResourceKind;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'ISO 639-1' })
  lang!: string;

  @Field(() => ResourceVisibilityEnum)
  visibility!: ResourceVisibility;

  @Field(() => String)
  outcome!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { description: 'Markdown' })
  body!: string;

  @Field(() => Int, { nullable: true })
  minutes?: number | null;

  @Field(() => LicenceEnum, { nullable: true })
  licence?: Licence | null;

  @Field(() => String)
  attribution!: string;

  @Field(() => [String])
  authors!: string[];

  @Field(() => [SubjectEnum])
  subjects!: Subject[];

  @Field(() => [SchoolLevelEnum])
  levels!: SchoolLevel[];

  @Field(() => [AudienceEnum])
  audiences!: Audience[];

  @Field(() => [ID])
  topicIds!: string[];

  @Field(() => [ResourceFileInput])
  files!: ResourceFileInput[];

  @Field(() => [ResourceLinkInput])
  links!: ResourceLinkInput[];

  @Field(() => PracticeInput, { nullable: true })
  practice?: PracticeInput | null;
}

@InputType()
export class CreateResourceInput {
  @Field(() => ResourceOwnerTypeEnum)
  ownerType!: ResourceOwnerType;

  @Field(() => ID, { description: 'A Network, Structure, Centre, School, or the Territory of a county' })
  ownerId!: string;

  @Field(() => ResourceKindEnum)
  kind!: ResourceKind;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'ISO 639-1' })
  lang!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

/** An act on a resource as the viewer saw it. */
@InputType()
export class ResourceActInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "The resource's version" })
  expectedVersion!: number;
}

@InputType()
export class PromoteResourceInput extends ResourceActInput {
  @Field(() => Boolean, { description: 'False does so no more' })
  promoted!: boolean;
}

@InputType()
export class SaveResourceInput extends ResourceActInput {
  @Field(() => ResourceContentInput)
  content!: ResourceContentInput;

  @Field(() => String, { description: 'What is new in this version; may be empty' })
  changes!: string;
}

@InputType()
export class ResourceRemarkInput {
  @Field(() => String, { description: 'Name of a field of the content; empty for the whole' })
  field!: string;

  @Field(() => String)
  text!: string;
}

@InputType()
export class ReturnResourceInput extends ResourceActInput {
  @Field(() => [ResourceRemarkInput])
  remarks!: ResourceRemarkInput[];
}

@ObjectType()
@Policy(WITH_RECORD)
export class ResourcePayload extends Payload {
  @Field(() => ResourceType, { nullable: true })
  resource?: ResourceType | null;
}
