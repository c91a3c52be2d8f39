import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a post said before an edit. */
@Entity('post_revisions')
@Index('post_revisions_post', ['postId', 'replacedAt'])
export class PostRevision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'post_id' })
  postId!: string;

  @Column('text')
  body!: string;

  @Column('uuid', { name: 'edited_by' })
  editedBy!: string;

  @Column('timestamp with time zone', { name: 'replaced_at', precision: 3 })
  replacedAt!: Date;
}
