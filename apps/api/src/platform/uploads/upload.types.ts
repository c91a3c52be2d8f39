import { Field, Float, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../authorize.js';
import { Node } from '../graphql/types.js';
import { toGlobalId } from '../ids.js';
import type { UploadRow } from './upload-rows.js';

/** A file that the viewer has sent, or begun to send. */
@ObjectType('Upload', { implements: Node })
@Policy(WITH_RECORD)
export class UploadType extends Node {
  @Field(() => String)
  name!: string;

  @Field(() => Float, { description: 'Bytes that it has; of a picture that has arrived, as it was written anew' })
  size!: number;

  @Field(() => Float, { description: 'Bytes that have come' })
  received!: number;

  @Field(() => Boolean, { description: 'Whether it has arrived and was taken' })
  ready!: boolean;

  @Field(() => String, { nullable: true, description: 'Type of its content; null until it has arrived' })
  mime!: string | null;

  @Field(() => String, { nullable: true })
  previewUrl!: string | null;
}

/** Where a stored file is downloaded: its name comes with it, so the path needs none. */
export const fileUrl = (fileId: string) => `/files/${fileId}/file`;
/** Where the small picture of a stored picture is downloaded; null where there is none. */
export const previewUrl = (fileId: string | null) => fileId && `/files/${fileId}/preview`;

/** The public face of an upload. */
export function toUpload({ id, name, size, received, state, mime, preview_id: previewId }: UploadRow): UploadType {
  return { id: toGlobalId('Upload', id), name, size, received, ready: state === 'READY', mime, previewUrl: previewUrl(previewId) };
}
