import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Payload } from '../../../platform/graphql/types.js';
import type { Draft } from './draft.entity.js';

@ObjectType('Draft', { description: 'What the viewer is writing and has not sent' })
@Policy(WITH_RECORD)
export class DraftType implements Pick<Draft, 'title' | 'body' | 'lang'> {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Of a new thread; empty elsewhere' })
  title!: string;

  @Field(() => String, { description: 'Markdown' })
  body!: string;

  @Field(() => String)
  lang!: Draft['lang'];

  @Field(() => String)
  savedAt!: string;
}

@InputType()
export class SaveDraftInput {
  @Field(() => ID, { description: 'The thread of a reply, the network of a new thread, or the post that is edited' })
  placeId!: string;

  @Field(() => String, { nullable: true, description: 'Of a new thread' })
  title?: string | null;

  @Field(() => String, { description: 'Markdown. Without title and text there is no draft any more' })
  body!: string;

  @Field(() => String)
  lang!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class DraftPayload extends Payload {
  @Field(() => DraftType, { nullable: true, description: 'Null where nothing is left to keep' })
  draft?: DraftType | null;
}
