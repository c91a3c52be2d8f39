import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member whom a post mentions and who is told of it, once. */
@Entity('post_mentions')
export class PostMention {
  @PrimaryColumn('uuid', { name: 'post_id' })
  postId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('timestamp with time zone', { name: 'mentioned_at', precision: 3 })
  mentionedAt!: Date;
}
