import { Field, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Node } from '../../platform/graphql/types.js';
import type { Person } from './person.entity.js';

/** The public face of a person: what everybody who meets the name may see. */
@ObjectType('Person', { implements: Node })
@Policy(WITH_RECORD)
export class PersonType extends Node implements Pick<Person, 'handle' | 'displayName'> {
  @Field(() => String)
  handle!: string;

  @Field(() => String)
  displayName!: string;
}
