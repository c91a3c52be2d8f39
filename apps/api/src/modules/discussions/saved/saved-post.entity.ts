import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A post that a person keeps at hand. */
@Entity('saved_posts')
@Index('saved_posts_person', { synchronize: false })
export class SavedPost {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'post_id' })
  postId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('timestamp with time zone', { name: 'saved_at', precision: 3 })
  savedAt!: Date;
}
