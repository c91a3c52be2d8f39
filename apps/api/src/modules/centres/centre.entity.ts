import type { CentreKind, CentreState, Contacts, Language, LocalText, OpeningHours } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A support centre of a county or region. */
@Entity('centres')
export class Centre {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: CentreKind;

  @Column('text')
  status!: CentreState;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text', { unique: true, nullable: true })
  code!: string | null;

  /** The language of the name that is shown where the reader's is missing. */
  @Column('text')
  lang!: Language;

  @Column('jsonb')
  names!: LocalText;

  @Index('centres_territory')
  @Column('uuid', { name: 'territory_id' })
  territoryId!: string;

  @Column('jsonb', { default: {} })
  mission!: LocalText;

  @Column('jsonb', { default: {} })
  contacts!: Partial<Contacts>;

  @Column('jsonb', { default: {} })
  hours!: Partial<OpeningHours>;

  @Column('text', { array: true, default: [] })
  languages!: Language[];

  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;

  @Column('text')
  search!: string;

  @VersionColumn({ default: 1 })
  version!: number;
}
