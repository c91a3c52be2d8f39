import { AUDIENCES, CENTRE_KINDS, CENTRE_STATES, STRUCTURE_KINDS, UNIT_STATES } from '@stoa/domain';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { enumOf } from '../../platform/graphql/enum-of.js';

export const CentreKindEnum = enumOf(CENTRE_KINDS);
registerEnumType(CentreKindEnum, { name: 'CentreKind' });
export const CentreStateEnum = enumOf(CENTRE_STATES);
registerEnumType(CentreStateEnum, { name: 'CentreState' });
export const CentreActEnum = enumOf(['OPEN', 'MERGE', 'CLOSE'] as const);
registerEnumType(CentreActEnum, { name: 'CentreAct' });
export const StructureKindEnum = enumOf(STRUCTURE_KINDS);
registerEnumType(StructureKindEnum, { name: 'StructureKind' });
export const UnitStateEnum = enumOf(UNIT_STATES);
registerEnumType(UnitStateEnum, { name: 'UnitState', description: 'Of structures and schools; MERGED points to a successor' });
export const UnitActEnum = enumOf(['MERGE', 'CLOSE'] as const);
registerEnumType(UnitActEnum, { name: 'UnitAct' });
export const AudienceEnum = enumOf(AUDIENCES);
registerEnumType(AudienceEnum, { name: 'Audience' });
export const OpenStateEnum = enumOf(['OPEN', 'CLOSED', 'UNKNOWN'] as const);
registerEnumType(OpenStateEnum, { name: 'OpenState' });

/** How a place is reached. */
@ObjectType('Contacts')
@Policy(WITH_RECORD)
export class ContactsType {
  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  website!: string | null;

  @Field(() => String, { nullable: true })
  address!: string | null;
}

/** One stretch of opening; times `HH:MM` by the place's clocks. */
@ObjectType('OpenSpan')
@Policy(WITH_RECORD)
export class OpenSpanType {
  @Field(() => Int, { description: '1 Monday to 7 Sunday' })
  day!: number;

  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

/** One stretch of a day whose hours differ. */
@ObjectType('ExceptionSpan')
@Policy(WITH_RECORD)
export class ExceptionSpanType {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

/** A day with other hours; no spans mean closed. */
@ObjectType('OpeningException')
@Policy(WITH_RECORD)
export class OpeningExceptionType {
  @Field(() => String)
  date!: string;

  @Field(() => [ExceptionSpanType])
  spans!: ExceptionSpanType[];
}

@ObjectType('OpeningHours')
@Policy(WITH_RECORD)
export class OpeningHoursType {
  @Field(() => [OpenSpanType])
  weekly!: OpenSpanType[];

  @Field(() => [OpeningExceptionType])
  exceptions!: OpeningExceptionType[];
}

/** Whether a place is open now, and when that changes. */
@ObjectType('OpenNow')
@Policy(WITH_RECORD)
export class OpenNowType {
  @Field(() => OpenStateEnum)
  state!: 'OPEN' | 'CLOSED' | 'UNKNOWN';

  @Field(() => String, { nullable: true, description: 'HH:MM, where it is open' })
  until!: string | null;

  @Field(() => String, { nullable: true, description: 'Day (ISO) on which it opens next' })
  opensOn!: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM at which it opens next' })
  opensAt!: string | null;

  @Field(() => Boolean)
  closedToday!: boolean;
}

@InputType()
export class LocalTextInput {
  @Field(() => String)
  lang!: string;

  @Field(() => String)
  text!: string;
}

@InputType()
export class ContactsInput {
  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  website?: string | null;

  @Field(() => String, { nullable: true })
  address?: string | null;
}

@InputType()
export class OpenSpanInput {
  @Field(() => Int)
  day!: number;

  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

@InputType()
export class ExceptionSpanInput {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

@InputType()
export class OpeningExceptionInput {
  @Field(() => String)
  date!: string;

  @Field(() => [ExceptionSpanInput])
  spans!: ExceptionSpanInput[];
}

@InputType()
export class OpeningHoursInput {
  @Field(() => [OpenSpanInput])
  weekly!: OpenSpanInput[];

  @Field(() => [OpeningExceptionInput])
  exceptions!: OpeningExceptionInput[];
}
