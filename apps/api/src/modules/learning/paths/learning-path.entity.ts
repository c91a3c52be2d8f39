import type { CompletionRule, GatheringState, ResourceVisibility } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** Steps that lead somewhere, with a rule of completion. It belongs to what a resource can belong to. */
@Entity('learning_paths')
@Index('learning_paths_slug_stem', { synchronize: false })
@Index('learning_paths_published', { synchronize: false })
@Index('learning_paths_proposed', { synchronize: false })
@Index('learning_paths_decided', { synchronize: false })
@Index('learning_paths_review', { synchronize: false })
export class LearningPath {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('uuid', { name: 'territory_id' })
  territoryId!: string;

  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  @Column('uuid', { name: 'structure_id', nullable: true })
  structureId!: string | null;

  @Column('uuid', { name: 'centre_id', nullable: true })
  centreId!: string | null;

  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId!: string | null;

  @Column('text')
  state!: GatheringState;

  @Column('boolean', { name: 'awaits_review', default: false })
  awaitsReview!: boolean;

  @Column('text')
  visibility!: ResourceVisibility;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  summary!: string;

  @Column('text', { default: '' })
  outcome!: string;

  @Column('text')
  lang!: string;

  @Column('text')
  rule!: CompletionRule;

  @Column('integer', { nullable: true })
  needed!: number | null;

  @Column('integer', { default: 0 })
  minutes!: number;

  @Column('boolean', { default: false })
  certificate!: boolean;

  @Column('text', { default: '' })
  remarks!: string;

  @Column('uuid', { name: 'proposed_by', nullable: true })
  proposedBy!: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('timestamp with time zone', { name: 'published_at', precision: 3, nullable: true })
  publishedAt!: Date | null;

  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
