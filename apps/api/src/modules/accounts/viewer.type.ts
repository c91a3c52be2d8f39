import type { ProfileAudience } from '@stoa/domain';
import { PROFILE_AUDIENCES } from '@stoa/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { PersonType } from './person.type.js';

export const ProfileAudienceEnum = Object.fromEntries(PROFILE_AUDIENCES.map((audience) => [audience, audience])) as {
  [K in ProfileAudience]: K;
};
registerEnumType(ProfileAudienceEnum, { name: 'ProfileAudience', description: 'Who reads a profile beyond the name' });

/** Keys that the person moved a shortcut to. */
@ObjectType()
@Policy(WITH_RECORD)
export class ShortcutKeys {
  @Field(() => String)
  shortcut!: string;

  @Field(() => [String], { description: 'One or two places of keys (KeyboardEvent.code), pressed one after the other' })
  codes!: string[];
}

/** What the person shows of themselves; the switches count for whom `audience` names. */
@ObjectType('ProfileSettings')
@Policy(WITH_RECORD)
export class ProfileSettings {
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

/** The signed-in person, as the interface needs it on every page. */
@ObjectType('Viewer')
@Policy(WITH_RECORD)
export class ViewerType {
  @Field(() => ID)
  id!: string;

  @Field(() => PersonType)
  person!: PersonType;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String)
  lang!: string;

  @Field(() => String, { description: 'system, light or dark' })
  theme!: string;

  @Field(() => Boolean)
  shortcuts!: boolean;

  @Field(() => [ShortcutKeys])
  shortcutKeys!: ShortcutKeys[];

  @Field(() => String, { nullable: true, description: 'IANA name of the zone in whose morning digests come; null for what is usual' })
  timeZone!: string | null;

  @Field(() => Boolean, { description: 'Whether the library shows resources because of what the viewer takes part in' })
  recommendations!: boolean;

  @Field(() => ProfileSettings)
  profile!: ProfileSettings;

  @Field(() => Boolean, { description: 'Whether the mailbox sends mail back, so that none is sent until the address is confirmed' })
  mailStopped!: boolean;

  @Field(() => Int, { description: 'For expectedVersion of changes to preferences and profile' })
  version!: number;
}
