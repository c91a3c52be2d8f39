import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { STEP_METHODS } from './factors/factors.js';

export const ProofMethod = { PASSWORD: 'PASSWORD', ...STEP_METHODS } as const;
registerEnumType(ProofMethod, { name: 'ProofMethod', description: 'How somebody shows to be the person of an account' });

export const PasskeyPurpose = { ADD: 'ADD', PROVE: 'PROVE' } as const;
registerEnumType(PasskeyPurpose, { name: 'PasskeyPurpose', description: 'What a browser’s passkey is asked for in a session' });

@InputType()
export class ProveInput {
  @Field(() => ProofMethod, { description: 'One of viewer.proofMethods' })
  method!: keyof typeof ProofMethod;

  @Field(() => String, { description: 'The password, the code, or JSON of what the browser made from passkeyOptions(purpose: PROVE)' })
  answer!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ProvedPayload extends Payload {
  @Field(() => Boolean, { nullable: true })
  proved?: boolean | null;
}
