import type { Language, ReportOutcome, ReportReason } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** What somebody, signed in or not, says is wrong with a resource or an account of its use, and what was decided. */
@Entity('resource_reports')
@Index('resource_reports_open', { synchronize: false })
@Index('resource_reports_resource', { synchronize: false })
@Index('resource_reports_use', { synchronize: false })
@Index('resource_reports_reported', { synchronize: false })
@Index('resource_reports_decided', { synchronize: false })
export class ResourceReport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId!: string;

  /** Of an account of use; null where the resource itself is meant. */
  @Column('uuid', { name: 'use_id', nullable: true })
  useId!: string | null;

  @Column('text')
  reason!: ReportReason;

  @Column('text')
  text!: string;

  @Column('uuid', { name: 'reported_by', nullable: true })
  reportedBy!: string | null;

  /** Of a visitor, for the answer. */
  @Column('text', { name: 'reporter_email', nullable: true })
  reporterEmail!: string | null;

  /** Of the answer's mail. */
  @Column('text')
  lang!: Language;

  @Column('timestamp with time zone', { name: 'reported_at', precision: 3 })
  reportedAt!: Date;

  @Column('text', { nullable: true })
  outcome!: ReportOutcome | null;

  /** What the reporter, and whoever brought it in, are told. */
  @Column('text', { default: '' })
  answer!: string;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
