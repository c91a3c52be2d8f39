import type { NarrativeKey, ReportSection, ReportState } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** The annual report of a network and school year. Figures are those last accepted; a submission freezes a copy in `report_revisions`. */
@Entity('annual_reports')
@Unique('annual_reports_owner_type_owner_id_year_key', ['ownerType', 'ownerId', 'year'])
@Index('annual_reports_county', ['countyId', 'year', 'state'])
export class AnnualReport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('text', { name: 'owner_type' })
  ownerType!: 'NETWORK';

  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  @Column('text')
  year!: string;

  @Column('text')
  lang!: string;

  @Column('text')
  state!: ReportState;

  @Column('integer', { default: 1 })
  revision!: number;

  @Column('jsonb')
  figures!: ReportSection[];

  @Column('timestamp with time zone', { name: 'figures_as_of', precision: 3 })
  figuresAsOf!: Date;

  @Column('jsonb', { default: {} })
  narrative!: Partial<Record<NarrativeKey, string>>;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('timestamp with time zone', { name: 'presented_at', precision: 3, nullable: true })
  presentedAt!: Date | null;

  @Column('timestamp with time zone', { name: 'submitted_at', precision: 3, nullable: true })
  submittedAt!: Date | null;

  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column('text', { name: 'content_hash', nullable: true })
  contentHash!: string | null;

  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('text', { default: '' })
  remarks!: string;

  @Column('timestamp with time zone', { name: 'published_at', precision: 3, nullable: true })
  publishedAt!: Date | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
