import {
  HEALTH,
  HEALTH_SIGNALS,
  type Health,
  type HealthSignal,
  type NetworkYearState,
  type ReportState,
  type ThresholdsForm,
} from '@stoa/domain';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Node } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';
import { NetworkYearStateEnum } from '../networks/index.js';

function enumOf<Value extends string>(values: readonly Value[]): { [V in Value]: V } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
}

export const HealthEnum = enumOf(HEALTH);
registerEnumType(HealthEnum, { name: 'Health', description: 'The worst first' });
export const HealthSignalEnum = enumOf(HEALTH_SIGNALS);
registerEnumType(HealthSignalEnum, { name: 'HealthSignal' });

/** Where the signals of a county's networks turn. */
@ObjectType('HealthThresholds')
@Policy(WITH_RECORD)
export class HealthThresholdsType implements ThresholdsForm {
  @Field(() => Int, { description: 'A member is active who wrote within so many days' })
  activeWithinDays!: number;

  @Field(() => Int, { description: 'Active members in per cent, on track from here on' })
  participationOnTrack!: number;

  @Field(() => Int, { description: 'Watch from here on, at risk below' })
  participationWatch!: number;

  @Field(() => Int, { description: 'Median hours to the first reply, on track up to here' })
  firstReplyOnTrack!: number;

  @Field(() => Int, { description: 'Watch up to here, at risk above' })
  firstReplyWatch!: number;

  @Field(() => Int, { description: 'Days after its due day during which a report is only watched' })
  reportLateDays!: number;

  @Field(() => Int, { description: 'A network younger than so many days is not judged' })
  newNetworkDays!: number;

  @Field(() => Int, { description: 'Zero while the county has the defaults' })
  version!: number;
}

@ObjectType('HealthSignalState')
@Policy(WITH_RECORD)
export class HealthSignalState {
  @Field(() => HealthSignalEnum)
  signal!: HealthSignal;

  @Field(() => HealthEnum)
  health!: Health;
}

@ObjectType('DueReport', { description: 'The annual report that is or was due in the school year looked at' })
@Policy(WITH_RECORD)
export class DueReportType {
  @Field(() => String)
  year!: string;

  @Field(() => String, {
    nullable: true,
    description: 'DRAFT, PRESENTED, SUBMITTED, RETURNED, APPROVED or PUBLISHED; null where it was not begun',
  })
  state!: ReportState | null;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  dueOn!: string;

  @Field(() => String, { nullable: true, description: 'ISO 8601; of the last submission' })
  submittedAt!: string | null;

  @Field(() => Int, { description: 'Days after the due day without a submission; zero where it is in time or was submitted' })
  daysLate!: number;
}

/** How a network stands and by what. */
@ObjectType('NetworkHealth', { implements: Node })
@Policy(WITH_RECORD)
export class NetworkHealthType extends Node {
  @Field(() => ID)
  networkId!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Language of the name' })
  lang!: string;

  @Field(() => HealthEnum)
  overall!: Health;

  @Field(() => [HealthSignalState])
  signals!: HealthSignalState[];

  @Field(() => String, { description: 'YYYY-MM-DD' })
  createdOn!: string;

  @Field(() => String, { nullable: true, description: 'The last school year opened up to the one looked at' })
  year!: string | null;

  @Field(() => NetworkYearStateEnum, { nullable: true })
  yearState!: NetworkYearState | null;

  @Field(() => PersonType, { nullable: true })
  coordinator!: PersonType | null;

  @Field(() => String, { nullable: true, description: 'First day of the term, YYYY-MM-DD' })
  coordinatorSince!: string | null;

  @Field(() => String, { nullable: true, description: 'First day without a coordinator, YYYY-MM-DD; null while there is one' })
  vacantSince!: string | null;

  @Field(() => Int)
  members!: number;

  @Field(() => Int, { description: 'Of them who wrote within `activeWithinDays`' })
  activeMembers!: number;

  @Field(() => Int, { nullable: true, description: 'Active members in per cent; null without members' })
  activePercent!: number | null;

  @Field(() => Float, { nullable: true, description: 'Median of the first replies within `activeWithinDays`' })
  firstReplyHours!: number | null;

  @Field(() => DueReportType, { nullable: true, description: 'Null where the network had no such year' })
  report!: DueReportType | null;

  @Field(() => Int, { description: 'Reported posts and threads that wait for a decision' })
  pendingFlags!: number;

  @Field(() => Int, { description: 'Of them longer than 72 hours' })
  lateFlags!: number;

  @Field(() => [Int], { description: 'Posts in each of the last twelve weeks, the oldest first' })
  weeklyPosts!: number[];

  @Field(() => [Int], { description: 'Posts in each of the last twelve calendar months, the oldest first' })
  monthlyPosts!: number[];
}
