import { REACTIONS, type Reaction } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { PersonType } from '../../accounts/index.js';

/** Reactions as a GraphQL enum. */
const ReactionEnum = Object.fromEntries(REACTIONS.map((kind) => [kind, kind])) as { [K in Reaction]: K };
registerEnumType(ReactionEnum, { name: 'Reaction', description: 'What a reader says of a post with one press' });

@ObjectType('PostReactions', { description: 'How many said what, and what the viewer said' })
@Policy(WITH_RECORD)
export class PostReactionsType {
  @Field(() => Int)
  thanks!: number;

  @Field(() => Int)
  agree!: number;

  @Field(() => Int)
  idea!: number;

  @Field(() => [ReactionEnum], { description: 'The viewer’s own' })
  mine!: Reaction[];
}

@ObjectType('Reactor', { description: 'Somebody who reacted to a post' })
@Policy(WITH_RECORD)
export class ReactorType {
  @Field(() => ReactionEnum)
  kind!: Reaction;

  @Field(() => PersonType)
  person!: PersonType;
}

@InputType()
export class ReactInput {
  @Field(() => ID)
  postId!: string;

  @Field(() => ReactionEnum)
  kind!: Reaction;

  @Field(() => Boolean, { description: 'False takes it back' })
  on!: boolean;
}
