import type { AppealState } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** A person's one appeal against a decision that took something from them. Its answer stands in the decision log as well. */
@Entity('appeals')
@Unique('appeals_decision_id_key', ['decisionId'])
@Index('appeals_open', { synchronize: false })
export class Appeal {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  /** The decision against which it is; who took it does not answer. */
  @Column('uuid', { name: 'decision_id' })
  decisionId!: string;

  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  /** Why its author thinks that the decision is wrong. */
  @Column('text')
  statement!: string;

  @Column('text', { default: 'OPEN' })
  state!: AppealState;

  @Column('timestamp with time zone', { name: 'made_at', precision: 3 })
  madeAt!: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;

  /** As its author reads it. */
  @Column('text', { default: '' })
  answer!: string;

  @VersionColumn({ default: 1 })
  version!: number;
}
