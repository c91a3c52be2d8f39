import type { JoiningRule, NetworkKind, NetworkYearState, Profession, SchoolLevel } from '@stoa/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';
import { JoiningRuleEnum, NetworkKindEnum, NetworkYearStateEnum, ProfessionEnum, SchoolLevelEnum } from './enums.js';
import type { NetworkYear } from './network-year.entity.js';
import type { Network } from './network.entity.js';
import type { NetworkRow } from './network.statement.js';

/** The public face of a network's year. */
@ObjectType('NetworkYear', { implements: Node })
@Policy(WITH_RECORD)
export class NetworkYearType extends Node implements Pick<NetworkYear, 'year' | 'state' | 'version'> {
  @Field(() => String, { description: 'As written, 2026/27' })
  year!: string;

  @Field(() => NetworkYearStateEnum)
  state!: NetworkYearState;

  @Field(() => Int)
  version!: number;
}

/** The public face of a network. Times are ISO text in UTC. */
@ObjectType('Network', { implements: Node })
@Policy(WITH_RECORD)
export class NetworkType
  extends Node
  implements Pick<Network, 'slug' | 'name' | 'kind' | 'professions' | 'levels' | 'joiningRule' | 'purpose' | 'membersCount' | 'version'>
{
  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Language of name, purpose and promotion' })
  lang!: string;

  @Field(() => NetworkKindEnum)
  kind!: NetworkKind;

  @Field(() => [ProfessionEnum], { description: 'Empty: all' })
  professions!: Profession[];

  @Field(() => [SchoolLevelEnum], { description: 'Empty: all' })
  levels!: SchoolLevel[];

  @Field(() => JoiningRuleEnum)
  joiningRule!: JoiningRule;

  @Field(() => String)
  purpose!: string;

  @Field(() => String, { description: 'Markdown' })
  promotion!: string;

  @Field(() => String, { description: 'Safe HTML of the promotion' })
  promotionHtml!: string;

  @Field(() => String, { nullable: true, description: 'Since when the page is public' })
  promotedAt!: string | null;

  @Field(() => PersonType, { nullable: true, description: 'Who coordinates today' })
  coordinator!: PersonType | null;

  @Field(() => Boolean, { description: 'Whether nobody coordinates today' })
  vacant!: boolean;

  @Field(() => String, { nullable: true })
  vacantSince!: string | null;

  @Field(() => Int)
  membersCount!: number;

  @Field(() => Int)
  threadsCount!: number;

  @Field(() => String, { description: 'Of the last post; the creation where there is none' })
  lastActivityAt!: string;

  @Field(() => String)
  createdAt!: string;

  @Field(() => NetworkYearType, { nullable: true, description: 'The school year that runs: the last one begun, else the first to come' })
  year!: NetworkYearType | null;

  @Field(() => Int)
  version!: number;

  /** The row, for field resolvers; not in the schema. */
  row!: NetworkRow;
}

export const NetworkConnection = connectionOf('Network', () => NetworkType);
