import type { Language, TerritoryKind } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A country, region, county or municipality under its official code. */
@Entity('territories')
@Index('territories_path', { synchronize: false })
@Index('territories_search', { synchronize: false })
export class Territory {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: TerritoryKind;

  @Column('text', { unique: true })
  code!: string;

  /** Made of the first name; stays when the name changes, so that addresses last. */
  @Column('text', { unique: true })
  slug!: string;

  /** The language of the register, whose name is shown where the reader's is missing. */
  @Column('text')
  lang!: Language;

  @Column('jsonb')
  names!: Partial<Record<Language, string>>;

  /** Folded names and code, for finding. */
  @Column('text')
  search!: string;

  @Index('territories_parent')
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** Ids from the country down to this territory itself. */
  @Column('uuid', { array: true })
  path!: string[];

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom!: string | null;

  /** The last day of its existence. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
