import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link of a post to somewhere outside of Stoa. */
@Entity('post_links')
@Index('post_links_url', ['url'])
export class PostLink {
  @PrimaryColumn('uuid', { name: 'post_id' })
  postId!: string;

  /** Counts the links of the post from 1. */
  @PrimaryColumn('integer')
  place!: number;

  @Column('text')
  url!: string;
}

/** What stands where links lead; without a title there is nothing to show. */
@Entity('link_previews')
export class LinkPreview {
  @PrimaryColumn('text')
  url!: string;

  /** Null while nobody has looked. */
  @Column('timestamp with time zone', { name: 'fetched_at', precision: 3, nullable: true })
  fetchedAt!: Date | null;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { nullable: true })
  site!: string | null;
}
