import type { LocalText } from '@stoa/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** What structures answer for, needs ask for and resources are about: a tree with names and synonyms in four languages. */
@Entity('topics')
export class Topic {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('jsonb')
  names!: LocalText;

  /** Other words for the topic by language, for finding. */
  @Column('jsonb', { default: {} })
  synonyms!: Partial<Record<keyof LocalText, string[]>>;

  /** Folded names and synonyms of all languages. */
  @Column('text')
  search!: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('timestamp with time zone', { name: 'retired_at', precision: 3, nullable: true })
  retiredAt!: Date | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
