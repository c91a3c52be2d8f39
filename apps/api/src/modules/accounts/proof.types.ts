import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';

export const ProofMethod = { PASSWORD: 'PASSWORD' } as const;
registerEnumType(ProofMethod, { name: 'ProofMethod', description: 'How somebody shows to be the person of an account' });

@InputType({ description: 'One of them' })
export class ProveInput {
  @Field(() => String, { nullable: true })
  password?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ProvedPayload extends Payload {
  @Field(() => Boolean, { nullable: true })
  proved?: boolean | null;
}
