import type { ReportContent } from '@stoa/domain';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** What was submitted, word for word and number for number; never changed. */
@Entity('report_revisions')
@Unique('report_revisions_report_id_revision_key', ['reportId', 'revision'])
export class ReportRevision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'report_id' })
  reportId!: string;

  @Column('integer')
  revision!: number;

  @Column('jsonb')
  content!: ReportContent;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  @Column('uuid', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('timestamp with time zone', { name: 'submitted_at', precision: 3 })
  submittedAt!: Date;
}
