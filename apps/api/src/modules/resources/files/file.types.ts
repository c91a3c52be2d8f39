import type { ResourceFileRole } from '@stoa/domain';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Node, Payload } from '../../../platform/graphql/types.js';
import { UploadType } from '../../../platform/uploads/upload.types.js';
import { ResourceFileRoleEnum } from '../enums.js';

/** A file of a resource, as a version says it. */
@ObjectType('ResourceFile', { implements: Node })
@Policy(WITH_RECORD)
export class ResourceFileType extends Node {
  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'What it holds, for who cannot see or hear it' })
  alt!: string;

  @Field(() => ResourceFileRoleEnum)
  role!: ResourceFileRole;

  @Field(() => String, { nullable: true, description: 'ISO 639-1, of subtitles and transcripts' })
  lang!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Type of its content, found in the content' })
  mime!: string;

  @Field(() => Float, { description: 'Bytes' })
  size!: number;

  @Field(() => Int, { nullable: true, description: 'Of a picture, in points' })
  width!: number | null;

  @Field(() => Int, { nullable: true })
  height!: number | null;

  @Field(() => String, { description: 'Path of the download; the right is asked there again' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Path under which a browser shows or plays it in place; null for what is only downloaded',
  })
  viewUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Path of a small picture of it, at most 960 points wide and high; only pictures have one',
  })
  previewUrl!: string | null;
}

/** What waits to become a file of a resource, and what can. */
@ObjectType('ResourceUploads')
@Policy(WITH_RECORD)
export class ResourceUploadsType {
  @Field(() => Int, { description: 'So many may wait' })
  most!: number;

  @Field(() => Float, { description: 'Bytes of the largest' })
  maxBytes!: number;

  @Field(() => [UploadType], { description: 'In the order in which they were begun' })
  uploads!: UploadType[];
}

@InputType()
export class AddResourceFilesInput {
  @Field(() => ID, { description: 'The resource' })
  id!: string;

  @Field(() => [ID], { description: 'Uploads of the viewer that have arrived' })
  uploadIds!: string[];
}

@InputType()
export class RemoveResourceFileInput {
  @Field(() => ID, { description: 'The ResourceFile' })
  id!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ResourceFilesPayload extends Payload {
  @Field(() => [ResourceFileType], { nullable: true, description: 'All files of the resource, those of no version among them' })
  files?: ResourceFileType[] | null;
}
