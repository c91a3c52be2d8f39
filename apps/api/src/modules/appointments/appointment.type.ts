import { APPOINTMENT_STATES, ROLES, SCOPE_KINDS, type AppointmentState, type Role, type ScopeKind } from '@stoa/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import type { Appointment } from './appointment.entity.js';

function enumOf<Value extends string>(name: string, values: readonly Value[], description?: string): { [V in Value]: V } {
  const object = Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(object, { name, ...(description ? { description } : {}) });
  return object;
}

export const RoleEnum = enumOf(
  'Role',
  ROLES,
  'Short names of the roles that are appointments: NC network coordinator, CC county coordinator, AD administrator …',
);
export const ScopeKindEnum = enumOf('ScopeKind', SCOPE_KINDS);
export const AppointmentStateEnum = enumOf('AppointmentState', APPOINTMENT_STATES, 'Follows from the dates');

/** What an appointment is for. */
@ObjectType()
@Policy(WITH_RECORD)
export class AppointmentScope {
  @Field(() => ScopeKindEnum)
  kind!: ScopeKind;

  @Field(() => ID, { description: 'Global id of the network, structure, centre, school or territory' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Path of its page without the language' })
  path!: string;
}

/** What the viewer may do with an appointment. */
@ObjectType()
@Policy(WITH_RECORD)
export class AppointmentViewerCan {
  @Field(() => Boolean)
  end!: boolean;
}

/** A file that can be downloaded. */
@ObjectType()
@Policy(WITH_RECORD)
export class AppointmentLetter {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Path of the download' })
  path!: string;
}

/** A person in a role for a scope, for a term. */
@ObjectType('Appointment', { implements: Node })
@Policy(WITH_RECORD)
export class AppointmentType extends Node implements Pick<Appointment, 'role' | 'startsOn' | 'endsOn' | 'note' | 'version'> {
  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => String, { description: 'First day, YYYY-MM-DD' })
  startsOn!: string;

  @Field(() => String, { nullable: true, description: 'Last day, YYYY-MM-DD; null where the term is open' })
  endsOn!: string | null;

  @Field(() => AppointmentStateEnum)
  state!: AppointmentState;

  @Field(() => String)
  note!: string;

  @Field(() => String, { description: 'ISO 8601' })
  appointedAt!: string;

  @Field(() => String, { nullable: true, description: 'ISO 8601, where it was ended before its time' })
  revokedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was ended or shortened' })
  endReason!: string | null;

  @Field(() => Int)
  version!: number;

  /** What field resolvers need; not in the schema. */
  row!: AppointmentRow;
}

/** An appointment as reads see it. */
export interface AppointmentRow {
  id: string;
  person_id: string;
  role: Role;
  scope_type: ScopeKind;
  scope_id: string;
  starts_on: string;
  ends_on: string | null;
  state: AppointmentState;
  note: string;
  appointed_by: string | null;
  appointed_at: string;
  revoked_at: string | null;
  revoked_by: string | null;
  revoke_reason: string | null;
  letter_file_id: string | null;
  version: number;
}

export const AppointmentConnection = connectionOf('Appointment', () => AppointmentType);

/** A post that nobody holds today. */
@ObjectType()
@Policy(WITH_RECORD)
export class VacantPost {
  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => AppointmentScope)
  scope!: AppointmentScope;

  @Field(() => String, { nullable: true, description: 'Last day of the last holder, YYYY-MM-DD; null where there was none' })
  since!: string | null;

  @Field(() => String, { nullable: true, description: 'First day of the next holder, YYYY-MM-DD, where one is appointed already' })
  nextFrom!: string | null;
}

/** What the form of an appointment starts with. */
@ObjectType()
@Policy(WITH_RECORD)
export class AppointmentForm {
  @Field(() => [RoleEnum], { description: 'Roles that the viewer may give somewhere; empty for whoever appoints nobody' })
  roles!: Role[];

  @Field(() => String, { description: 'Today, YYYY-MM-DD' })
  startsOn!: string;

  @Field(() => String, { description: 'The last day of the school year, YYYY-MM-DD' })
  endsOn!: string;
}
