import type { Reaction } from '@stoa/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a reader said of a post with one press: each kind once. The post keeps how many there are. */
@Entity('post_reactions')
export class PostReaction {
  @PrimaryColumn('uuid', { name: 'post_id' })
  postId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text')
  kind!: Reaction;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('timestamp with time zone', { name: 'reacted_at', precision: 3 })
  reactedAt!: Date;
}
