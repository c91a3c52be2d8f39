import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file that belongs to a post. What it is and is called stands here too, so that a thread is read without the files themselves. */
@Entity('post_attachments')
@Index('post_attachments_post', ['postId', 'position'])
export class PostAttachment {
  /** That of the upload with which it came. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'post_id' })
  postId!: string;

  @Column('integer')
  position!: number;

  @Column('uuid', { name: 'file_id' })
  fileId!: string;

  /** A picture to look at first. */
  @Column('uuid', { name: 'preview_id', nullable: true })
  previewId!: string | null;

  @Column('text')
  name!: string;

  /** Found in the content. */
  @Column('text')
  mime!: string;

  @Column('bigint')
  size!: string;

  /** Of a picture. */
  @Column('integer', { nullable: true })
  width!: number | null;

  @Column('integer', { nullable: true })
  height!: number | null;

  /** What a picture shows, in the language of the post. */
  @Column('text', { default: '' })
  alt!: string;
}
