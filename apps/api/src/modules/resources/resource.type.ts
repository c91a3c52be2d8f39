import type {
  Audience,
  Licence,
  ResourceKind,
  ResourceOwnerType,
  ResourceState,
  ResourceVersionState,
  ResourceVisibility,
  SchoolLevel,
  Subject,
} from '@stoa/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';
import {
  AudienceEnum,
  LicenceEnum,
  ResourceKindEnum,
  ResourceOwnerTypeEnum,
  ResourceStateEnum,
  ResourceVersionStateEnum,
  ResourceVisibilityEnum,
  SchoolLevelEnum,
  SubjectEnum,
} from './enums.js';
import type { Resource } from './resource.entity.js';
import type { ResourceRow } from './resource.statement.js';
import type { VersionRow } from './version.row.js';

/** What a resource belongs to. */
@ObjectType('ResourceOwner')
@Policy(WITH_RECORD)
export class ResourceOwner {
  @Field(() => ResourceOwnerTypeEnum)
  type!: ResourceOwnerType;

  @Field(() => ID, { description: 'Of the network, structure, centre, school or territory' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Language of the name' })
  lang!: string;

  @Field(() => String)
  slug!: string;
}

/** What the viewer may do with a resource. */
@ObjectType('ResourceViewerCan')
@Policy(WITH_RECORD)
export class ResourceViewerCan {
  @Field(() => Boolean, { description: 'Write its open version, or begin a new one' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Send the open version to its reviewers' })
  submit!: boolean;

  @Field(() => Boolean, { description: 'Take back what was submitted' })
  takeBack!: boolean;

  @Field(() => Boolean, { description: 'Publish what was submitted, or give it back' })
  review!: boolean;

  @Field(() => Boolean, { description: 'Mark what is published as outdated, or confirm that it is not' })
  outdate!: boolean;

  @Field(() => Boolean, { description: 'Put it forward to others, or do so no more' })
  promote!: boolean;

  @Field(() => Boolean)
  withdraw!: boolean;

  @Field(() => Boolean)
  restore!: boolean;

  @Field(() => Boolean, { description: 'Delete a draft that was never published' })
  discard!: boolean;
}

/** The public face of a resource, as it is published, or as its draft is where nothing is yet. Times are ISO text in UTC. */
@ObjectType('Resource', { implements: Node })
@Policy(WITH_RECORD)
export class ResourceType
  extends Node
  implements Pick<Resource, 'slug' | 'state' | 'visibility' | 'kind' | 'title' | 'outcome' | 'summary' | 'minutes' | 'licence' | 'authors'>
{
  @Field(() => String)
  slug!: string;

  @Field(() => ResourceStateEnum)
  state!: ResourceState;

  @Field(() => ResourceVisibilityEnum)
  visibility!: ResourceVisibility;

  @Field(() => ResourceKindEnum)
  kind!: ResourceKind;

  @Field(() => String, { description: 'ISO 639-1' })
  lang!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'What one can do after it' })
  outcome!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => Int, { nullable: true, description: 'How long it takes' })
  minutes!: number | null;

  @Field(() => LicenceEnum, { nullable: true })
  licence!: Licence | null;

  @Field(() => [String])
  authors!: string[];

  @Field(() => [SubjectEnum])
  subjects!: Subject[];

  @Field(() => [SchoolLevelEnum])
  levels!: SchoolLevel[];

  @Field(() => [AudienceEnum])
  audiences!: Audience[];

  @Field(() => Int, { description: 'Number of the version that is shown' })
  versionNo!: number;

  @Field(() => String)
  createdAt!: string;

  @Field(() => String, { nullable: true, description: 'Of the first version that was published' })
  publishedAt!: string | null;

  @Field(() => String)
  changedAt!: string;

  @Field(() => String, { nullable: true, description: 'When its reviewers put it forward to others; null where they did not' })
  promotedAt!: string | null;

  @Field(() => Int, { description: 'How many found it useful' })
  usefulCount!: number;

  @Field(() => Int, { description: 'Accounts of use that were published' })
  usesCount!: number;

  @Field(() => Int, { description: 'How many have finished it' })
  completionsCount!: number;

  @Field(() => PersonType, { nullable: true, description: 'Who brought it in; null where a register did, or the person is gone' })
  proposer!: PersonType | null;

  @Field(() => Int)
  version!: number;

  /** The row, for field resolvers; not in the schema. */
  row!: ResourceRow;
}

export const ResourceConnection = connectionOf('Resource', () => ResourceType);

/** A link that belongs to a resource. */
@ObjectType('ResourceLink')
@Policy(WITH_RECORD)
export class ResourceLinkType {
  @Field(() => String)
  url!: string;

  @Field(() => String)
  title!: string;

  /** Whose it is, for field resolvers; not in the schema. */
  resourceId!: string;
}

/** Answers to the questions of a good practice. */
@ObjectType('PracticeAnswers')
@Policy(WITH_RECORD)
export class PracticeType {
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

/** A remark of a reviewer on one field; on the whole where `field` is empty. */
@ObjectType('ResourceRemark')
@Policy(WITH_RECORD)
export class ResourceRemarkType {
  @Field(() => String)
  field!: string;

  @Field(() => String)
  text!: string;
}

/** One version of a resource with all that it says. */
@ObjectType('ResourceVersion', { implements: Node })
@Policy(WITH_RECORD)
export class ResourceVersionType extends Node {
  @Field(() => Int)
  no!: number;

  @Field(() => ResourceVersionStateEnum)
  state!: ResourceVersionState;

  @Field(() => String, { description: 'What is new in it' })
  changes!: string;

  @Field(() => ResourceKindEnum)
  kind!: ResourceKind;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => ResourceVisibilityEnum)
  visibility!: ResourceVisibility;

  @Field(() => String)
  outcome!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { description: 'Markdown' })
  body!: string;

  @Field(() => String, { description: 'Safe HTML of the body' })
  bodyHtml!: string;

  @Field(() => Int, { nullable: true })
  minutes!: number | null;

  @Field(() => LicenceEnum, { nullable: true })
  licence!: Licence | null;

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

  @Field(() => [ResourceLinkType])
  links!: ResourceLinkType[];

  @Field(() => PracticeType, { nullable: true })
  practice!: PracticeType | null;

  @Field(() => String)
  changedAt!: string;

  @Field(() => String, { nullable: true })
  submittedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'When it was published or given back' })
  decidedAt!: string | null;

  @Field(() => Int)
  version!: number;

  /** The row, for field resolvers; not in the schema. */
  row!: VersionRow;
}
