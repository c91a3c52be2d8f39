import { REPORT_OUTCOMES, REPORT_REASONS, type ReportOutcome, type ReportReason } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { connectionOf, Node, Payload } from '../../../platform/graphql/types.js';
import { PersonType } from '../../accounts/index.js';
import { ResourceType } from '../resource.type.js';

const ReportReasonEnum = Object.fromEntries(REPORT_REASONS.map((value) => [value, value])) as { [V in ReportReason]: V };
registerEnumType(ReportReasonEnum, { name: 'ReportReason' });
const ReportOutcomeEnum = Object.fromEntries(REPORT_OUTCOMES.map((value) => [value, value])) as { [V in ReportOutcome]: V };
registerEnumType(ReportOutcomeEnum, {
  name: 'ReportOutcome',
  description: 'TAKEN_DOWN withdraws the resource, or hides the account of its use',
});

/** What somebody says is wrong with a resource or an account of its use, for those who review it. */
@ObjectType('ResourceReport', { implements: Node })
@Policy(WITH_RECORD)
export class ResourceReportType extends Node {
  @Field(() => ResourceType)
  resource!: ResourceType;

  @Field(() => String, { nullable: true, description: 'The account that is meant; null where it is the resource' })
  account!: string | null;

  @Field(() => ReportReasonEnum)
  reason!: ReportReason;

  @Field(() => String)
  text!: string;

  @Field(() => PersonType, { nullable: true, description: 'Null for a visitor' })
  reporter!: PersonType | null;

  @Field(() => String)
  reportedAt!: string;

  @Field(() => Int)
  version!: number;
}

export const ResourceReportConnection = connectionOf('ResourceReport', () => ResourceReportType);

@InputType()
export class ReportResourceInput {
  @Field(() => ID, { description: 'The resource' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'An account of its use, where that is meant' })
  useId?: string | null;

  @Field(() => ReportReasonEnum)
  reason!: ReportReason;

  @Field(() => String)
  text!: string;

  @Field(() => String, { nullable: true, description: 'Of a visitor, who is answered there' })
  email?: string | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class DecideReportInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => ReportOutcomeEnum)
  outcome!: ReportOutcome;

  @Field(() => String, { description: 'What the reporter is told; whoever brought it in too, where it is taken down' })
  answer!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ReportPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The report' })
  reportId?: string | null;
}
