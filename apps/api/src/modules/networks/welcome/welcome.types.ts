import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Payload } from '../../../platform/graphql/types.js';

/** What a network says to who joins it. */
@ObjectType('NetworkWelcome')
@Policy(WITH_RECORD)
export class NetworkWelcomeType {
  @Field(() => ID)
  networkId!: string;

  @Field(() => String, { nullable: true, description: 'Markdown, for those who may change it' })
  body!: string | null;

  @Field(() => String, { description: 'Safe HTML; empty where nothing is said' })
  html!: string;

  @Field(() => String, { description: 'Language of the network' })
  lang!: string;

  @Field(() => Boolean, { description: 'Whether the viewer is new and has not put it aside' })
  greets!: boolean;

  @Field(() => Int, { description: '0 where there never was one' })
  version!: number;
}

@InputType()
export class SetWelcomeInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => String, { description: 'Markdown; empty to say nothing' })
  body!: string;

  @Field(() => Int, { description: '0 where there never was one' })
  expectedVersion!: number;
}

@InputType()
export class PutWelcomeAsideInput {
  @Field(() => ID)
  networkId!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class WelcomePayload extends Payload {
  @Field(() => NetworkWelcomeType, { nullable: true })
  welcome?: NetworkWelcomeType | null;
}
