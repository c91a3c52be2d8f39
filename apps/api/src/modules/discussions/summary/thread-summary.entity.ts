import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** What a thread came to, in the words of whoever moderates it. */
@Entity('thread_summaries')
export class ThreadSummary {
  @PrimaryColumn('uuid', { name: 'thread_id' })
  threadId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  /** Markdown, as written. */
  @Column('text')
  body!: string;

  /** Safe HTML of `body`, made when it is written. */
  @Column('text', { name: 'body_html' })
  bodyHtml!: string;

  /** Whoever wrote it last. */
  @Column('uuid', { name: 'written_by' })
  writtenBy!: string;

  @Column('timestamp with time zone', { name: 'written_at', precision: 3 })
  writtenAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
