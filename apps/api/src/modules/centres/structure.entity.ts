import type { Audience, Contacts, Language, LocalText, OpeningHours, StructureKind, UnitState } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A service of a centre, such as its science laboratory. */
@Entity('structures')
export class Structure {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('structures_centre')
  @Column('uuid', { name: 'centre_id' })
  centreId!: string;

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

  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;

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

  @Index('structure_topics_topic')
  @PrimaryColumn('uuid', { name: 'topic_id' })
  topicId!: string;

  @Column('jsonb', { default: {} })
  note!: LocalText;
}
