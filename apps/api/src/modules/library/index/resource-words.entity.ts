import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What a published resource is found by, and what a search with facets reads of it. A job writes it. */
@Entity('resource_words')
@Index('resource_words_words', { synchronize: false })
@Index('resource_words_published', { synchronize: false })
@Index('resource_words_lang', { synchronize: false })
@Index('resource_words_members', { synchronize: false })
export class ResourceWords {
  @PrimaryColumn('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Column('text')
  lang!: string;

  @Column('timestamp with time zone', { name: 'published_at', precision: 3 })
  publishedAt!: Date;

  /** The network whose members alone may read it; null where it is public. */
  @Column('uuid', { name: 'members_of', nullable: true })
  membersOf!: string | null;

  /** Of what members alone may read: that network and the territories above it. */
  @Column('uuid', { name: 'scope_ids', array: true, default: [] })
  scopeIds!: string[];

  /** Numbers of its facets' values. */
  @Column('integer', { array: true })
  facets!: number[];

  @Column('tsvector')
  words!: string;
}

/** A value of a facet and its number. Ids of records, or codes. */
@Entity('library_facets')
@Unique('library_facets_facet_value_key', ['facet', 'value'])
export class LibraryFacet {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  no!: number;

  @Column('text')
  facet!: string;

  @Column('text')
  value!: string;
}

/** How many resources have a value: of the public ones, and of those of each network's members. Triggers of `resource_words` keep it. */
@Entity('library_counts')
export class LibraryCount {
  /** The nil id where they are public. */
  @PrimaryColumn('uuid', { name: 'members_of' })
  membersOf!: string;

  /** 0 counts all. */
  @PrimaryColumn('integer')
  no!: number;

  @Column('integer')
  resources!: number;
}

/** A form of a word of the library's texts, or what its forms share, by which words that were misspelt or written in other letters are mended. */
@Entity('library_words')
@Index('library_words_begin', { synchronize: false })
@Index('library_words_skeleton', { synchronize: false })
@Index('library_words_deletions', { synchronize: false })
export class LibraryWord {
  /** Folded. */
  @PrimaryColumn('text')
  word!: string;

  /** The form as a text has it. */
  @Column('text')
  shown!: string;

  @Column('text')
  stem!: string;

  @Column('text')
  skeleton!: string;

  @Column('integer', { array: true })
  deletions!: number[];
}

/** A resource whose words are not in the search yet. Triggers write it. */
@Entity('resources_to_index')
export class ResourceToIndex {
  @PrimaryColumn('uuid', { name: 'resource_id' })
  resourceId!: string;
}
