import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';

@InputType()
export class AuditFilterInput {
  @Field(() => ID, { nullable: true, description: 'Who did it' })
  actorId?: string | null;

  @Field(() => String, { nullable: true })
  act?: string | null;

  @Field(() => String, { nullable: true })
  subjectType?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the record, or its bare UUID' })
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: 'The first day, YYYY-MM-DD' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'The last day, YYYY-MM-DD' })
  to?: string | null;
}

/** What an act was done to, where it is still there and has a page. */
@ObjectType()
@Policy(WITH_RECORD)
export class AuditSubject {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Without the language' })
  path!: string;
}

/** An id, a code or a count that belongs to an act; what somebody typed only among the personal values. */
@ObjectType()
@Policy(WITH_RECORD)
export class AuditDetail {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  value!: string;
}

/** Who did what to which record. */
@ObjectType('AuditEntry', { implements: Node })
@Policy(WITH_RECORD)
export class AuditEntryType extends Node {
  @Field(() => String, { description: 'ISO 8601' })
  at!: string;

  @Field(() => String)
  act!: string;

  @Field(() => PersonType, { nullable: true, description: 'Null where Stoa itself or its operator did it, and where the person is erased' })
  actor!: PersonType | null;

  @Field(() => Boolean, { description: 'Somebody did it of whom nothing else is left' })
  actorErased!: boolean;

  @Field(() => String)
  subjectType!: string;

  @Field(() => ID)
  subjectId!: string;

  @Field(() => AuditSubject, { nullable: true })
  subject!: AuditSubject | null;

  @Field(() => [AuditDetail])
  detail!: AuditDetail[];

  @Field(() => Boolean, { description: 'Whether values that name a person still stand beside it; see `auditPersonal`' })
  hasPersonal!: boolean;

  @Field(() => String, { nullable: true, description: 'The request, as the lines of the program’s own log name it' })
  requestId!: string | null;
}

export const AuditConnection = connectionOf('AuditEntry', () => AuditEntryType);

/** The latest walk through the whole log, by `verify-audit`. */
@ObjectType()
@Policy(WITH_RECORD)
export class AuditCheck {
  @Field(() => String, { description: 'ISO 8601' })
  at!: string;

  @Field(() => Int)
  rows!: number;

  @Field(() => Boolean)
  whole!: boolean;
}

/** What the log can be searched for. */
@ObjectType()
@Policy(WITH_RECORD)
export class AuditFacets {
  @Field(() => [String])
  acts!: string[];

  @Field(() => [String])
  subjectTypes!: string[];

  @Field(() => AuditCheck, { nullable: true, description: 'Null where nobody has checked the log yet' })
  lastCheck!: AuditCheck | null;
}

@InputType()
export class StartAuditExportInput {
  @Field(() => AuditFilterInput, { nullable: true })
  filter?: AuditFilterInput | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string;
}
