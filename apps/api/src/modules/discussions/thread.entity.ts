import type { Language, ThreadKind, Visibility } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/**
 * A question or discussion of a network. `visibility` and what follows it, the words of the search left aside, are a cache of the decision
 * log.
 */
@Entity('threads')
@Unique('threads_network_id_no_key', ['networkId', 'no'])
@Index('threads_list', { synchronize: false })
@Index('threads_timed', { synchronize: false })
export class Thread {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  /** Counts a network's threads from 1; part of the address. */
  @Column('integer')
  no!: number;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  @Column('text')
  lang!: Language;

  @Column('text')
  kind!: ThreadKind;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** Of the last visible post. */
  @Column('timestamp with time zone', { name: 'last_post_at', precision: 3 })
  lastPostAt!: Date;

  /** Visible posts, the opening one included. */
  @Column('integer', { name: 'posts_count', default: 0 })
  postsCount!: number;

  /** The highest number given to a post, whatever became of it. */
  @Column('integer', { name: 'last_post_no', default: 0 })
  lastPostNo!: number;

  /** Numbers what happens in it; each changed post keeps the number of its last change. */
  @Column('integer', { name: 'change_no', default: 0 })
  changeNo!: number;

  /** Of the first visible post by another person than the author. */
  @Column('timestamp with time zone', { name: 'first_reply_at', precision: 3, nullable: true })
  firstReplyAt!: Date | null;

  @Column('uuid', { name: 'accepted_post_id', nullable: true })
  acceptedPostId!: string | null;

  @Column('timestamp with time zone', { name: 'accepted_at', precision: 3, nullable: true })
  acceptedAt!: Date | null;

  @Column('text', { default: 'VISIBLE' })
  visibility!: Visibility;

  @Column('boolean', { default: false })
  locked!: boolean;

  @Column('boolean', { default: false })
  pinned!: boolean;

  /** When the lock, and the pin, end by themselves. */
  @Column('timestamp with time zone', { name: 'locked_until', precision: 3, nullable: true })
  lockedUntil!: Date | null;

  @Column('timestamp with time zone', { name: 'pinned_until', precision: 3, nullable: true })
  pinnedUntil!: Date | null;

  /** How long an ordinary member waits between two posts; 0 where nobody does. */
  @Column('integer', { name: 'slow_seconds', default: 0 })
  slowSeconds!: number;

  /** The thread into which this one went; its address leads there. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  /** Of its network's categories; null where it stands in none. */
  @Column('uuid', { name: 'category_id', nullable: true })
  categoryId!: string | null;

  /** Folded words of the title. */
  @Column('text')
  search!: string;

  @VersionColumn({ default: 1 })
  version!: number;
}
