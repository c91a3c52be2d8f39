import type { PollResults } from '@stoa/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A question with options that a post asks of its readers. It stays with its post, wherever that goes. */
@Entity('polls')
export class Poll {
  @PrimaryColumn('uuid', { name: 'post_id' })
  postId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('text')
  question!: string;

  /** In their order; a vote names one by its number, counted from 1. */
  @Column('jsonb')
  options!: string[];

  @Column('boolean')
  multiple!: boolean;

  @Column('text')
  results!: PollResults;

  /** When it ends by itself. */
  @Column('timestamp with time zone', { name: 'closes_at', precision: 3, nullable: true })
  closesAt!: Date | null;

  /** When somebody ended it. */
  @Column('timestamp with time zone', { name: 'closed_at', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** Of what is asked and whether it still is; votes do not change it. */
  @VersionColumn({ default: 1 })
  version!: number;
}
