import type { AppointmentState, Role } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { AppointmentStateEnum, AppointmentType, RoleEnum } from './appointment.type.js';

/** Whom to appoint: somebody known by `personId`, or anybody by `email` and `name`, who is invited where there is no account. */
@InputType()
export class AppointInput {
  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;

  @Field(() => ID, { nullable: true })
  personId?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Language of the invitation where the person is new; by default the viewer’s' })
  lang?: string | null;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => ID, { nullable: true, description: 'Global id of the scope; left out for an administrator' })
  scopeId?: string | null;

  @Field(() => String, { description: 'First day, YYYY-MM-DD' })
  startsOn!: string;

  @Field(() => String, { nullable: true, description: 'Last day, YYYY-MM-DD' })
  endsOn?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class EndAppointmentInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'The last day, today or later; left out, it ends at once' })
  endsOn?: string | null;

  @Field(() => String, { description: 'Why; the person reads it' })
  reason!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class AppointmentPayload extends Payload {
  @Field(() => AppointmentType, { nullable: true })
  appointment?: AppointmentType | null;

  @Field(() => Boolean, { nullable: true, description: 'True where the person was invited by e-mail in the same act' })
  invited?: boolean | null;
}

@InputType()
export class AppointmentFilter {
  @Field(() => ID, { nullable: true, description: 'Appointments for this network, structure, centre, school or territory' })
  scopeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Appointments in this territory and everything below it' })
  territoryId?: string | null;

  @Field(() => ID, { nullable: true })
  personId?: string | null;

  @Field(() => RoleEnum, { nullable: true })
  role?: Role | null;

  @Field(() => AppointmentStateEnum, { nullable: true })
  state?: AppointmentState | null;
}
