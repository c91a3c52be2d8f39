import type {
  Audience,
  Licence,
  ResourceKind,
  ResourceLanguage,
  ResourceState,
  ResourceVisibility,
  SchoolLevel,
  Subject,
} from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** Something to learn from. Its columns show what is published, or the draft where nothing is yet. */
@Entity('resources')
@Index('resources_slug_stem', { synchronize: false })
@Index('resources_promoted', { synchronize: false })
@Index('resources_published', { synchronize: false })
@Index('resources_network', { synchronize: false })
@Index('resources_structure', { synchronize: false })
@Index('resources_centre', { synchronize: false })
@Index('resources_school', { synchronize: false })
@Index('resources_territory', { synchronize: false })
@Index('resources_proposed', { synchronize: false })
@Index('resources_review', { synchronize: false })
export class Resource {
  @PrimaryColumn('uuid')
  id!: string;

  /** Made of the first title; stays when the title changes. */
  @Column('text', { unique: true })
  slug!: string;

  /** County or wider place of what it belongs to; constant for life. */
  @Column('uuid', { name: 'territory_id' })
  territoryId!: string;

  /** At most one of the four is set. */
  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  @Column('uuid', { name: 'structure_id', nullable: true })
  structureId!: string | null;

  @Column('uuid', { name: 'centre_id', nullable: true })
  centreId!: string | null;

  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId!: string | null;

  @Column('text')
  state!: ResourceState;

  /** Whether one of its versions is SUBMITTED. */
  @Column('boolean', { name: 'awaits_review', default: false })
  awaitsReview!: boolean;

  @Column('text')
  visibility!: ResourceVisibility;

  @Column('text')
  kind!: ResourceKind;

  @Column('text')
  lang!: ResourceLanguage;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  outcome!: string;

  @Column('text', { default: '' })
  summary!: string;

  @Column('integer', { nullable: true })
  minutes!: number | null;

  @Column('text', { nullable: true })
  licence!: Licence | null;

  @Column('jsonb', { default: [] })
  authors!: string[];

  @Column('text', { array: true, default: [] })
  subjects!: Subject[];

  @Column('text', { array: true, default: [] })
  levels!: SchoolLevel[];

  @Column('text', { array: true, default: [] })
  audiences!: Audience[];

  /** Number of the version that the columns show. */
  @Column('integer', { name: 'version_no', default: 1 })
  versionNo!: number;

  @Column('uuid', { name: 'proposed_by', nullable: true })
  proposedBy!: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** Of the first version that was published. */
  @Column('timestamp with time zone', { name: 'published_at', precision: 3, nullable: true })
  publishedAt!: Date | null;

  /** When it was put forward to others; null where it is not. */
  @Column('timestamp with time zone', { name: 'promoted_at', precision: 3, nullable: true })
  promotedAt!: Date | null;

  /** Of the last change that readers or reviewers see. */
  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;

  /** Kept by the commands that change them, as the three after it. */
  @Column('integer', { name: 'useful_count', default: 0 })
  usefulCount!: number;

  @Column('integer', { name: 'uses_count', default: 0 })
  usesCount!: number;

  @Column('integer', { name: 'saves_count', default: 0 })
  savesCount!: number;

  @Column('integer', { name: 'completions_count', default: 0 })
  completionsCount!: number;

  @VersionColumn({ default: 1 })
  version!: number;
}

/** A topic that a resource is about, of the version its columns show. */
@Entity('resource_topics')
export class ResourceTopic {
  @PrimaryColumn('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Index('resource_topics_topic', { synchronize: false })
  @PrimaryColumn('uuid', { name: 'topic_id' })
  topicId!: string;
}
