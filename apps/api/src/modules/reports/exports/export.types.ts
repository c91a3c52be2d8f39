import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Node, Payload } from '../../../platform/graphql/types.js';

/** A finished export can be downloaded until it is cleared away. */
export const ExportStateEnum = { QUEUED: 'QUEUED', RUNNING: 'RUNNING', DONE: 'DONE', FAILED: 'FAILED', CANCELLED: 'CANCELLED' } as const;
export type ExportState = keyof typeof ExportStateEnum;
registerEnumType(ExportStateEnum, { name: 'ExportState' });

@ObjectType('Export', { implements: Node })
@Policy(WITH_RECORD)
export class ExportType extends Node {
  @Field(() => ExportStateEnum)
  state!: ExportState;

  @Field(() => Int, { description: 'Reports written so far' })
  done!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => String, { nullable: true, description: 'Where the finished file is' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it failed' })
  errorCode!: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ExportPayload extends Payload {
  @Field(() => ExportType, { nullable: true })
  export?: ExportType | null;
}
