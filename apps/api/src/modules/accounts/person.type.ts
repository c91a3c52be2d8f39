import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import type { Person } from './person.entity.js';

export const PersonStatusEnum = {
  INVITED: 'INVITED',
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  DEACTIVATED: 'DEACTIVATED',
  MERGED: 'MERGED',
  ERASED: 'ERASED',
} as const;
registerEnumType(PersonStatusEnum, {
  name: 'PersonStatus',
  description:
    'INVITED: known, without a password yet. MERGED: into another person, who has everything of theirs. ERASED: a former member, of whom nothing else is left',
});

/** What the viewer may do with a person. */
@ObjectType()
@Policy(WITH_RECORD)
export class PersonViewerCan {
  @Field(() => Boolean)
  suspend!: boolean;

  @Field(() => Boolean)
  deactivate!: boolean;

  @Field(() => Boolean)
  reactivate!: boolean;

  @Field(() => Boolean, { description: 'Remove every second factor, where the person has one' })
  removeFactors!: boolean;
}

/** The public face of a person: what everybody who meets the name may see. */
@ObjectType('Person', { implements: Node })
@Policy(WITH_RECORD)
export class PersonType extends Node implements Pick<Person, 'handle' | 'displayName'> {
  @Field(() => String)
  handle!: string;

  @Field(() => String)
  displayName!: string;
}

/** What only an administrator reads of an account. */
@ObjectType()
@Policy(WITH_RECORD)
export class AccountType {
  @Field(() => PersonStatusEnum)
  status!: keyof typeof PersonStatusEnum;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String)
  lang!: string;

  @Field(() => String, { description: 'ISO 8601' })
  createdAt!: string;

  @Field(() => String, { nullable: true, description: 'ISO 8601, of the latest sign-in' })
  lastSignInAt!: string | null;

  @Field(() => Int)
  version!: number;
}

export const PersonConnection = connectionOf('Person', () => PersonType);
