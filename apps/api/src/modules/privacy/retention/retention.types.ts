import { RETENTION_NAMES, type RetentionName } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { Payload } from '../../../platform/graphql/types.js';
import { PersonType } from '../../accounts/index.js';

export const RetentionNameEnum = enumOf(RETENTION_NAMES);
registerEnumType(RetentionNameEnum, { name: 'RetentionName', description: 'A kind of record that is kept for a time only' });

/** How long a kind of record is kept, and what of it is past its time. */
@ObjectType('RetentionRule')
@Policy(WITH_RECORD)
export class RetentionRuleType {
  @Field(() => RetentionNameEnum)
  name!: RetentionName;

  @Field(() => Int, { description: 'Days after its end that a record is kept' })
  days!: number;

  @Field(() => Int)
  defaultDays!: number;

  @Field(() => Int)
  minDays!: number;

  @Field(() => Int)
  maxDays!: number;

  @Field(() => Int, { description: 'Records that are past their time now' })
  rows!: number;

  @Field(() => String, { nullable: true, description: 'ISO 8601; when the oldest of them ended' })
  oldest!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601; null while the default holds' })
  changedAt!: string | null;

  @Field(() => Int, { description: 'Zero while the default holds' })
  version!: number;
}

@ObjectType()
@Policy(WITH_RECORD)
export class RetentionRemoved {
  @Field(() => RetentionNameEnum)
  name!: RetentionName;

  @Field(() => Int)
  rows!: number;
}

/** Once that what was past its time went. */
@ObjectType('RetentionRun')
@Policy(WITH_RECORD)
export class RetentionRunType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'ISO 8601' })
  askedAt!: string;

  @Field(() => PersonType, { nullable: true, description: 'Null for the nightly run, the operator and former members' })
  askedBy!: PersonType | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601' })
  finishedAt!: string | null;

  @Field(() => [RetentionRemoved])
  removed!: RetentionRemoved[];
}

/** What is kept for a time only. */
@ObjectType()
@Policy(WITH_RECORD)
export class Retention {
  @Field(() => [RetentionRuleType])
  rules!: RetentionRuleType[];

  @Field(() => RetentionRunType, { nullable: true, description: 'The latest that ended' })
  lastRun!: RetentionRunType | null;

  @Field(() => Boolean, { description: 'Whether one is waiting or under way' })
  running!: boolean;
}

@InputType()
export class SetRetentionInput {
  @Field(() => RetentionNameEnum)
  name!: RetentionName;

  @Field(() => Int)
  days!: number;

  @Field(() => Int, { description: 'Zero where the default holds' })
  expectedVersion!: number;
}

@InputType()
export class ApplyRetentionInput {
  @Field(() => String, { nullable: true })
  clientMutationId?: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class RetentionPayload extends Payload {
  @Field(() => Retention, { nullable: true })
  retention?: Retention | null;
}
