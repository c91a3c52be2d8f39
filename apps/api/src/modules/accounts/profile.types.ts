import type { ProfileAudience } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { PersonType } from './person.type.js';
import { ProfileAudienceEnum, ViewerType } from './viewer.type.js';

@InputType()
export class ShortcutKeysInput {
  @Field(() => String)
  shortcut!: string;

  @Field(() => [String])
  codes!: string[];
}

/** What is left out stays as it is. */
@InputType()
export class UpdatePreferencesInput {
  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { nullable: true })
  lang?: string | null;

  @Field(() => String, { nullable: true })
  theme?: string | null;

  @Field(() => Boolean, { nullable: true })
  shortcuts?: boolean | null;

  @Field(() => String, { nullable: true, description: 'IANA name; empty for what is usual' })
  timeZone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the library shows resources because of what the viewer takes part in' })
  recommendations?: boolean | null;

  @Field(() => [ShortcutKeysInput], { nullable: true, description: 'All that are moved; an empty list puts every shortcut back' })
  shortcutKeys?: ShortcutKeysInput[] | null;
}

@InputType()
export class UpdateProfileInput {
  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String)
  displayName!: string;

  @Field(() => ProfileAudienceEnum)
  audience!: ProfileAudience;

  @Field(() => String)
  about!: string;

  @Field(() => Boolean)
  showsEmail!: boolean;

  @Field(() => Boolean)
  showsAffiliations!: boolean;

  @Field(() => Boolean)
  showsAppointments!: boolean;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ViewerChangedPayload extends Payload {
  @Field(() => ViewerType, { nullable: true })
  viewer?: ViewerType | null;
}

@InputType()
export class ChangePersonStatusInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

/** Why somebody's second factors are removed; a code, so that the audit log can say it. */
export const FactorsReason = { LOST: 'LOST', MISUSE: 'MISUSE', ASKED: 'ASKED' } as const;
registerEnumType(FactorsReason, {
  name: 'FactorsReason',
  description: 'LOST: the person can no longer use them. MISUSE: somebody else may. ASKED: the person wished it',
});

@InputType()
export class RemoveFactorsInput extends ChangePersonStatusInput {
  @Field(() => FactorsReason)
  reason!: keyof typeof FactorsReason;
}

@ObjectType()
@Policy(WITH_RECORD)
export class PersonChangedPayload extends Payload {
  @Field(() => PersonType, { nullable: true })
  person?: PersonType | null;
}
