import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Node } from '../../../platform/graphql/types.js';
import { UploadType } from '../../../platform/uploads/upload.types.js';

/** A file that belongs to a post. */
@ObjectType('PostAttachment', { implements: Node })
@Policy(WITH_RECORD)
export class PostAttachmentType extends Node {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Type of its content, found in the content' })
  mime!: string;

  @Field(() => Float, { description: 'Bytes' })
  size!: number;

  @Field(() => String, { description: 'What a picture shows; empty where nobody said' })
  alt!: string;

  @Field(() => Int, { nullable: true, description: 'Of a picture, in points' })
  width!: number | null;

  @Field(() => Int, { nullable: true })
  height!: number | null;

  @Field(() => String, { description: 'Path of the download; the right is asked there again' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Path of a small picture of it, at most 960 points wide and high; only pictures have one',
  })
  previewUrl!: string | null;
}

@InputType()
export class AttachmentInput {
  @Field(() => ID, { description: 'An upload that has arrived, or what the post has already' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What a picture shows' })
  alt?: string | null;
}

/** What waits to be attached at a place, and what can be. */
@ObjectType('PostUploads')
@Policy(WITH_RECORD)
export class PostUploadsType {
  @Field(() => Int, { description: 'So many files a post may have' })
  most!: number;

  @Field(() => Float, { description: 'Bytes of the largest' })
  maxBytes!: number;

  @Field(() => [UploadType], { description: 'In the order in which they were begun' })
  uploads!: UploadType[];
}
