import { Field, ID, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { PersonType } from './person.type.js';

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
}
