import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How far the text of a file has been taken. SKIPPED: too large, or of a kind that holds none. */
export type ResourceTextState = 'WAITING' | 'TAKING' | 'TAKEN' | 'FAILED' | 'SKIPPED';

/** The text of a file that the published version of a resource names; of no other file one is kept, so that no search shows a draft. */
@Entity('resource_texts')
@Index('resource_texts_resource', ['resourceId'])
@Index('resource_texts_open', { synchronize: false })
export class ResourceText {
  /** Of the `resource_files` row. */
  @PrimaryColumn('uuid', { name: 'file_id' })
  fileId!: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Column('text')
  state!: ResourceTextState;

  @Column('text', { default: '' })
  text!: string;

  /** Safe HTML of a text document, to read in place; null for all else. */
  @Column('text', { nullable: true })
  html!: string | null;

  /** Why it was not taken, as a code. */
  @Column('text', { nullable: true })
  error!: string | null;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('timestamp with time zone', { name: 'begun_at', precision: 3, nullable: true })
  begunAt!: Date | null;

  @Column('timestamp with time zone', { name: 'extracted_at', precision: 3, nullable: true })
  extractedAt!: Date | null;
}
