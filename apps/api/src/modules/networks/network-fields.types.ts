import type { MembershipState } from '@stoa/domain';
import { Field, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { PersonType } from '../accounts/index.js';
import { MembershipStateEnum } from './enums.js';

/** What the viewer may do with a network. */
@ObjectType('NetworkViewerCan')
@Policy(WITH_RECORD)
export class NetworkViewerCan {
  @Field(() => Boolean, { description: 'Become a member, ask to, or accept an invitation' })
  join!: boolean;

  @Field(() => MembershipStateEnum, {
    nullable: true,
    description: 'What joining leads to: ACTIVE or REQUESTED; null where only an invitation does',
  })
  joinsAs!: MembershipState | null;

  @Field(() => Boolean)
  leave!: boolean;

  @Field(() => Boolean, { description: 'Read discussions and members' })
  readMembers!: boolean;

  @Field(() => Boolean, { description: 'Start threads and reply' })
  write!: boolean;

  @Field(() => Boolean, { description: 'Edit the page and the joining rule, promote' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Admit, refuse, invite, suspend and remove' })
  admit!: boolean;

  @Field(() => Boolean, { description: 'Write to all members at once' })
  message!: boolean;

  @Field(() => Boolean)
  exportMembers!: boolean;

  @Field(() => Boolean, { description: "Change the state of the network's year" })
  changeState!: boolean;

  @Field(() => Boolean)
  openYear!: boolean;

  @Field(() => Boolean)
  appointCoordinator!: boolean;

  @Field(() => Boolean, { description: 'See who coordinated when' })
  readCoordinators!: boolean;
}

/** A term of a coordinator, past ones included. */
@ObjectType('CoordinatorTerm')
@Policy(WITH_RECORD)
export class CoordinatorTerm {
  @Field(() => PersonType)
  person!: PersonType;

  @Field(() => String, { description: 'First day, YYYY-MM-DD' })
  startsOn!: string;

  @Field(() => String, { nullable: true, description: 'Last day, YYYY-MM-DD; null where the term is open' })
  endsOn!: string | null;

  @Field(() => Boolean)
  current!: boolean;
}
