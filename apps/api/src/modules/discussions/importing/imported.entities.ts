import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a thread of another forum became. */
@Entity('imported_threads')
export class ImportedThread {
  @PrimaryColumn('uuid', { name: 'network_id' })
  networkId!: string;

  /** As the other forum counted it. */
  @PrimaryColumn('text', { name: 'source_id' })
  sourceId!: string;

  @Column('uuid', { name: 'thread_id' })
  threadId!: string;
}

/** What a post of another forum became. */
@Entity('imported_posts')
export class ImportedPost {
  @PrimaryColumn('uuid', { name: 'network_id' })
  networkId!: string;

  @PrimaryColumn('text', { name: 'source_id' })
  sourceId!: string;

  @Column('uuid', { name: 'post_id' })
  postId!: string;
}

/** Who an author of another forum is here. */
@Entity('imported_authors')
export class ImportedAuthor {
  @PrimaryColumn('uuid', { name: 'network_id' })
  networkId!: string;

  /** A hash of what the other forum knew the author by, which may be an address. */
  @PrimaryColumn('bytea', { name: 'source_key' })
  sourceKey!: Buffer;

  @Column('uuid', { name: 'person_id' })
  personId!: string;
}
