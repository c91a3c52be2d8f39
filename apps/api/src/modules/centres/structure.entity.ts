import type { Audience, Contacts, Language, LocalText, OpeningHours, StructureKind, UnitState } from '@stoa/domain';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn, type Relation } from 'typeorm';
import { Territory } from '../territories/index.js';
import { Centre } from './centre.entity.js';
import { Topic } from './topic.entity.js';

/** A service of a centre, such as its science laboratory. */
@Entity('structures')
export class Structure {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('structures_centre')
  @Column('uuid', { name: 'centre_id' })
  centreId!: string;

  @ManyToOne(() => Centre, { nullable: false })
  @JoinColumn({ name: 'centre_id' })
  centre!: Relation<Centre>;

  @Column('text')
  kind!: StructureKind;

  @Column('text')
  status!: UnitState;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text', { unique: true, nullable: true })
  code!: string | null;

  @Column('text')
  lang!: Language;

  @Column('jsonb')
  names!: LocalText;

  @Column('jsonb', { default: {} })
  description!: LocalText;

  /** Named functions by language; no persons. */
  @Column('jsonb', { default: [] })
  functions!: LocalText[];

  @Column('text', { array: true, default: [] })
  audiences!: Audience[];

  @Column('jsonb', { default: {} })
  contacts!: Partial<Contacts>;

  @Column('jsonb', { default: {} })
  hours!: Partial<OpeningHours>;

  @Column('text', { array: true, default: [] })
  languages!: Language[];

  @Column('uuid', { name: 'municipality_id', nullable: true })
  municipalityId!: string | null;

  @ManyToOne(() => Territory, { nullable: true })
  @JoinColumn({ name: 'municipality_id' })
  municipality!: Relation<Territory> | null;

  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;

  @ManyToOne(() => Structure, { nullable: true })
  @JoinColumn({ name: 'successor_id' })
  successor!: Relation<Structure> | null;

  @Column('text')
  search!: string;

  @VersionColumn({ default: 1 })
  version!: number;
}

/** A topic that a structure answers for, with a note on how. */
@Entity('structure_topics')
export class StructureTopic {
  @PrimaryColumn('uuid', { name: 'structure_id' })
  structureId!: string;

  @ManyToOne(() => Structure)
  @JoinColumn({ name: 'structure_id' })
  structure!: Relation<Structure>;

  @Index('structure_topics_topic')
  @PrimaryColumn('uuid', { name: 'topic_id' })
  topicId!: string;

  @ManyToOne(() => Topic)
  @JoinColumn({ name: 'topic_id' })
  topic!: Relation<Topic>;

  @Column('jsonb', { default: {} })
  note!: LocalText;
}
