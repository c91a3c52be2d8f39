import {
  CORRECTION_DECISIONS,
  CORRECTION_STATES,
  CORRECTION_SUBJECTS,
  type CorrectionDecision,
  type CorrectionState,
  type CorrectionSubject,
} from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf, Node, Payload } from '../../../platform/graphql/types.js';
import { PersonType } from '../../accounts/index.js';

export const CorrectionSubjectEnum = enumOf(CORRECTION_SUBJECTS);
registerEnumType(CorrectionSubjectEnum, {
  name: 'CorrectionSubject',
  description: 'What is to be corrected; OTHERS_WORDS: what others wrote about the person',
});
export const CorrectionStateEnum = enumOf(CORRECTION_STATES);
registerEnumType(CorrectionStateEnum, { name: 'CorrectionState' });
export const CorrectionDecisionEnum = enumOf(CORRECTION_DECISIONS);
registerEnumType(CorrectionDecisionEnum, { name: 'CorrectionDecision' });

/** What the viewer may do with a request. */
@ObjectType()
@Policy(WITH_RECORD)
export class CorrectionViewerCan {
  @Field(() => Boolean)
  decide!: boolean;
}

/** What a person asks to have corrected that they cannot change themselves. */
@ObjectType('CorrectionRequest', { implements: Node })
@Policy(WITH_RECORD)
export class CorrectionType extends Node {
  @Field(() => PersonType, { description: 'Who asks' })
  person!: PersonType;

  @Field(() => CorrectionSubjectEnum)
  subject!: CorrectionSubject;

  @Field(() => String, { description: 'In the words of the person' })
  wrong!: string;

  @Field(() => String, { description: 'In the words of the person' })
  correct!: string;

  @Field(() => CorrectionStateEnum)
  state!: CorrectionState;

  @Field(() => String, { description: 'ISO 8601' })
  requestedAt!: string;

  @Field(() => String, { description: 'ISO 8601; by then it is to be answered' })
  dueAt!: string;

  @Field(() => Boolean, { description: 'Whether it still waits after that' })
  isLate!: boolean;

  @Field(() => String, { nullable: true, description: 'Always there where it was declined' })
  answer!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601' })
  decidedAt!: string | null;

  @Field(() => PersonType, { nullable: true, description: 'Null for former members, too' })
  decidedBy!: PersonType | null;

  @Field(() => Int)
  version!: number;

  @Field(() => CorrectionViewerCan)
  viewerCan!: CorrectionViewerCan;
}

export const CorrectionConnection = connectionOf('CorrectionRequest', () => CorrectionType);

@InputType()
export class RequestCorrectionInput {
  @Field(() => CorrectionSubjectEnum)
  subject!: CorrectionSubject;

  @Field(() => String)
  wrong!: string;

  @Field(() => String)
  correct!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string;
}

@InputType()
export class DecideCorrectionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => CorrectionDecisionEnum)
  decision!: CorrectionDecision;

  @Field(() => String, { nullable: true, description: 'What the person reads; needed to decline' })
  answer?: string | null;

  @Field(() => Int)
  expectedVersion!: number;
}

@ObjectType()
@Policy(WITH_RECORD)
export class CorrectionPayload extends Payload {
  @Field(() => CorrectionType, { nullable: true })
  correction?: CorrectionType | null;
}
