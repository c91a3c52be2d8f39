import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { ThresholdsForm } from '@stoa/domain';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Node, Payload } from '../../platform/graphql/types.js';
import { LocalName } from '../territories/index.js';
import { HealthThresholdsType, NetworkHealthType } from './health.types.js';

@ObjectType('OverviewPlace', { description: 'A territory as the heading of an overview' })
@Policy(WITH_RECORD)
export class OverviewPlace {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => LocalName)
  name!: LocalName;
}

@ObjectType('OverviewSums')
@Policy(WITH_RECORD)
export class OverviewSums {
  @Field(() => Int)
  networks!: number;

  @Field(() => Int)
  atRisk!: number;

  @Field(() => Int)
  watch!: number;

  @Field(() => Int, { description: 'Networks without a coordinator' })
  vacancies!: number;

  @Field(() => Int, { description: 'Schools with a member in a network of the county' })
  schoolsReached!: number;

  @Field(() => Int, { description: 'Schools of the register that are active' })
  schools!: number;

  @Field(() => Int, { description: 'Submitted reports that wait for a decision' })
  approvals!: number;

  @Field(() => Int, { description: 'Of them longer than fourteen days' })
  approvalsLate!: number;

  @Field(() => Int, { description: 'Members of all networks; whoever is in two counts twice' })
  members!: number;

  @Field(() => Int, { description: 'Posts of the last twelve weeks' })
  posts!: number;
}

@ObjectType('CountyOverviewViewerCan')
@Policy(WITH_RECORD)
export class CountyOverviewViewerCan {
  @Field(() => Boolean)
  editThresholds!: boolean;

  @Field(() => Boolean, { description: 'Create networks' })
  createNetwork!: boolean;

  @Field(() => Boolean, { description: "Appoint a network's coordinator" })
  appoint!: boolean;

  @Field(() => Boolean, { description: "Export the county's annual reports" })
  exportReports!: boolean;
}

/** All networks of a county at a glance. */
@ObjectType('CountyOverview', { implements: Node })
@Policy(WITH_RECORD)
export class CountyOverviewType extends Node {
  @Field(() => OverviewPlace)
  place!: OverviewPlace;

  @Field(() => [OverviewPlace], { description: 'What the county lies in and the viewer oversees, the widest first' })
  above!: OverviewPlace[];

  @Field(() => String)
  year!: string;

  @Field(() => [String], { description: 'School years that networks of the county had, the newest first' })
  years!: string[];

  @Field(() => String, { description: 'The year whose reports are or were due' })
  reportYear!: string;

  @Field(() => String, { description: 'ISO 8601' })
  asOf!: string;

  @Field(() => OverviewSums)
  sums!: OverviewSums;

  @Field(() => [NetworkHealthType], { description: 'All networks of the county, the worst first' })
  networks!: NetworkHealthType[];

  @Field(() => [String], { description: 'First days of the weeks of `weeklyPosts`' })
  weeks!: string[];

  @Field(() => [String], { description: 'First days of the months of `monthlyPosts`' })
  months!: string[];

  @Field(() => HealthThresholdsType)
  thresholds!: HealthThresholdsType;

  @Field(() => CountyOverviewViewerCan)
  viewerCan!: CountyOverviewViewerCan;
}

@ObjectType('RegionCounty')
@Policy(WITH_RECORD)
export class RegionCountyType {
  @Field(() => OverviewPlace)
  place!: OverviewPlace;

  @Field(() => OverviewSums)
  sums!: OverviewSums;
}

/** The counties of a region with their sums. */
@ObjectType('RegionOverview', { implements: Node })
@Policy(WITH_RECORD)
export class RegionOverviewType extends Node {
  @Field(() => OverviewPlace)
  place!: OverviewPlace;

  @Field(() => String)
  year!: string;

  @Field(() => String, { description: 'ISO 8601' })
  asOf!: string;

  @Field(() => OverviewSums)
  sums!: OverviewSums;

  @Field(() => [RegionCountyType], { description: 'Counties with most networks at risk first' })
  counties!: RegionCountyType[];
}

@InputType()
export class SetHealthThresholdsInput implements ThresholdsForm {
  @Field(() => ID)
  countyId!: string;

  @Field(() => Int, { description: 'Zero where the county has the defaults' })
  expectedVersion!: number;

  @Field(() => Int)
  activeWithinDays!: number;

  @Field(() => Int)
  participationOnTrack!: number;

  @Field(() => Int)
  participationWatch!: number;

  @Field(() => Int)
  firstReplyOnTrack!: number;

  @Field(() => Int)
  firstReplyWatch!: number;

  @Field(() => Int)
  reportLateDays!: number;

  @Field(() => Int)
  newNetworkDays!: number;
}

@ObjectType()
@Policy(WITH_RECORD)
export class SetHealthThresholdsPayload extends Payload {
  @Field(() => HealthThresholdsType, { nullable: true })
  thresholds?: HealthThresholdsType | null;
}
