import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';

/** A sign-in of the viewer that still holds. */
@ObjectType('Session', { implements: Node })
@Policy(WITH_RECORD)
export class SessionType extends Node {
  @Field(() => String, { description: 'ISO 8601' })
  signedInAt!: string;

  @Field(() => String, { description: 'ISO 8601, to some minutes' })
  lastSeenAt!: string;

  @Field(() => String, { description: 'ISO 8601' })
  expiresAt!: string;

  @Field(() => String, { description: 'As the browser named itself' })
  userAgent!: string;

  @Field(() => Boolean, { description: 'The session that asks' })
  current!: boolean;
}

export const SessionConnection = connectionOf('Session', () => SessionType);

@InputType()
export class RevokeSessionInput {
  @Field(() => ID)
  id!: string;
}
