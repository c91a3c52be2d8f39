import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Node, Payload } from '../../platform/graphql/types.js';
import type { ReasonTemplate } from './template.entity.js';

/** Words for the reason of a decision. */
@ObjectType('ReasonTemplate', { implements: Node })
@Policy(WITH_RECORD)
export class ReasonTemplateType extends Node implements Pick<ReasonTemplate, 'title' | 'body' | 'version'> {
  @Field(() => String)
  lang!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  body!: string;

  @Field(() => Int)
  version!: number;
}

/** A network's templates of reasons. */
@ObjectType('ReasonTemplates')
@Policy(WITH_RECORD)
export class ReasonTemplatesType {
  @Field(() => ID)
  networkId!: string;

  @Field(() => String)
  networkName!: string;

  @Field(() => String)
  networkLang!: string;

  @Field(() => [ReasonTemplateType], { description: 'At most 50, by language and title' })
  templates!: ReasonTemplateType[];
}

@InputType()
export class SaveReasonTemplateInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => ID, { nullable: true, description: 'The template to change; absent for a new one' })
  id?: string | null;

  @Field(() => String)
  lang!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  body!: string;

  @Field(() => Int, { nullable: true, description: 'Of the template to change' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class DeleteReasonTemplateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ReasonTemplatePayload extends Payload {
  @Field(() => ReasonTemplateType, { nullable: true, description: 'As it is, or was before it was deleted' })
  template?: ReasonTemplateType | null;
}
