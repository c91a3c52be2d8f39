import type { CertificateState } from '@stoa/domain';
import { CERTIFICATE_STATES } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { connectionOf, Node, Payload } from '../../../platform/graphql/types.js';

const States = Object.fromEntries(CERTIFICATE_STATES.map((state) => [state, state])) as { [State in CertificateState]: State };
registerEnumType(States, { name: 'CertificateState' });

/** A certificate as it is shown to its person, to those who may revoke it, and to whoever has its code. Times are ISO text in UTC. */
@ObjectType('Certificate', { implements: Node })
@Policy(WITH_RECORD)
export class CertificateType extends Node {
  @Field(() => String, { description: 'By which anybody can check it' })
  code!: string;

  @Field(() => States)
  state!: CertificateState;

  @Field(() => String, { description: 'Whom it was issued to, as written then; empty where the person is not kept any more' })
  personName!: string;

  @Field(() => String, { description: 'What was completed, as it was called then' })
  title!: string;

  @Field(() => String, { description: 'Language of the title' })
  lang!: string;

  @Field(() => String, { description: 'Who issued it' })
  issuer!: string;

  @Field(() => Int)
  minutes!: number;

  @Field(() => String)
  completedAt!: string;

  @Field(() => String)
  issuedAt!: string;

  @Field(() => String, { nullable: true })
  revokedAt!: string | null;

  @Field(() => Int)
  version!: number;

  /** For its person and those who may revoke it; not in the schema. */
  row!: CertificateRow;
}

/** A certificate's row. Times are ISO text. */
export interface CertificateRow {
  id: string;
  code: string;
  person_id: string;
  subject_type: string;
  subject_id: string;
  state: CertificateState;
  person_name: string;
  title: string;
  lang: string;
  issuer: string;
  minutes: number;
  completed_at: string;
  issued_at: string;
  revoked_at: string | null;
  revoke_reason: string;
  version: number;
}

export const CertificateConnection = connectionOf('Certificate', () => CertificateType);

@InputType()
export class RevokeCertificateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "The certificate's version" })
  expectedVersion!: number;

  @Field(() => String, { description: 'Its person reads it' })
  reason!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class CertificatePayload extends Payload {
  @Field(() => CertificateType, { nullable: true })
  certificate?: CertificateType | null;
}
