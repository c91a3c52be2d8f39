import type { DecisionKind } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One decision on a subject. The log is append-only; the subject's status follows from it. */
@Entity('moderation_decisions')
@Unique('moderation_decisions_subject_type_subject_id_seq_key', ['subjectType', 'subjectId', 'seq'])
@Index('moderation_decisions_scope', ['scopeId', 'decidedAt'])
@Index('moderation_decisions_author', ['authorId', 'decidedAt'])
export class ModerationDecision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  /** Where the right to decide lies: the network. */
  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** Whom it concerns: the author of the subject, or the member; null where that was not kept. */
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  /** Counts a subject's decisions from 1; two moderators cannot take the same number. */
  @Column('integer')
  seq!: number;

  @Column('text')
  kind!: DecisionKind;

  /** As the person concerned reads it. */
  @Column('text')
  reason!: string;

  /** Whether the network's log shows the reason: who decided says so, where it names nobody. */
  @Column('boolean', { name: 'reason_public', default: false })
  reasonPublic!: boolean;

  @Column('uuid', { nullable: true })
  reverses!: string | null;

  /** Of a LOCK or PIN: when it ends by itself. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  until!: Date | null;

  /** Of a SLOW: between two posts of an ordinary member. */
  @Column('integer', { nullable: true })
  seconds!: number | null;

  /** Of a MOVE: the network or category, or null for none; of a SPLIT or MERGE: the thread with the posts. */
  @Column('uuid', { name: 'target_id', nullable: true })
  targetId!: string | null;

  /** Of a MOVE: the category from which. */
  @Column('uuid', { name: 'origin_id', nullable: true })
  originId!: string | null;

  @Column('uuid', { name: 'decided_by' })
  decidedBy!: string;

  @Column('timestamp with time zone', { name: 'decided_at', precision: 3 })
  decidedAt!: Date;
}
