import type { FlagReason } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A person's report of a subject; one a person and subject. Pending until a decision answers it. */
@Entity('flags')
@Unique('flags_subject_type_subject_id_flagged_by_key', ['subjectType', 'subjectId', 'flaggedBy'])
@Index('flags_pending', { synchronize: false })
export class Flag {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** Who wrote the subject, and so never decides on it. */
  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('text')
  reason!: FlagReason;

  @Column('text', { default: '' })
  note!: string;

  @Column('uuid', { name: 'flagged_by' })
  flaggedBy!: string;

  @Column('timestamp with time zone', { name: 'flagged_at', precision: 3 })
  flaggedAt!: Date;

  /** The decision that answered it. */
  @Column('uuid', { name: 'resolved_by', nullable: true })
  resolvedBy!: string | null;
}
