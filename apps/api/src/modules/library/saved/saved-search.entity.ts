import type { SearchMail } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Chosen } from '../queries/library.statement.js';

/** A search of the library that a person keeps. */
@Entity('saved_searches')
@Index('saved_searches_person', { synchronize: false })
@Index('saved_searches_mail', { synchronize: false })
export class SavedSearch {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  name!: string;

  @Column('text', { default: '' })
  query!: string;

  /** Values chosen of each facet. */
  @Column('jsonb', { default: {} })
  filter!: Chosen;

  @Column('text')
  mail!: SearchMail;

  /** Counts up when the address of the feed is changed, so that the one before leads nowhere. */
  @Column('integer', { name: 'feed_no', default: 1 })
  feedNo!: number;

  /** What was published until then was told, or there before the search was saved. */
  @Column('timestamp with time zone', { name: 'told_until', precision: 3 })
  toldUntil!: Date;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;
}
