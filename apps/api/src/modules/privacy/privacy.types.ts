import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { ExportType } from '../reports/index.js';

/** One kind of what is held about a person, in the reader's words. */
@ObjectType()
@Policy(WITH_RECORD)
export class HeldData {
  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  why!: string;

  @Field(() => String)
  howLong!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
@Policy(WITH_RECORD)
export class PendingErasure {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'ISO 8601' })
  requestedAt!: string;

  @Field(() => String, { description: 'ISO 8601; until then it can be cancelled' })
  dueAt!: string;

  @Field(() => Boolean, { description: 'Whether what the person wrote is withdrawn too' })
  withdrawsWords!: boolean;
}

/** What Stoa holds about the viewer, and what became of their wishes. */
@ObjectType()
@Policy(WITH_RECORD)
export class PrivacyCentre {
  @Field(() => [HeldData])
  held!: HeldData[];

  @Field(() => ExportType, { nullable: true, description: 'The latest export of one’s own data that is being written or kept' })
  export!: ExportType | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601; until then the export is kept' })
  exportUntil!: string | null;

  @Field(() => PendingErasure, { nullable: true })
  erasure!: PendingErasure | null;
}

@InputType()
export class StartPersonalExportInput {
  @Field(() => String, { nullable: true })
  clientMutationId?: string;
}

@InputType()
export class RequestErasureInput {
  @Field(() => Boolean)
  withdrawsWords!: boolean;
}

@InputType()
export class CancelErasureInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class PrivacyPayload extends Payload {
  @Field(() => PrivacyCentre, { nullable: true })
  privacy?: PrivacyCentre | null;
}
