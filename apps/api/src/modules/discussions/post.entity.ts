import type { Language, Visibility } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** A contribution to a thread; number 1 opens it. `visibility` is a cache of the decision log. */
@Entity('posts')
@Unique('posts_thread_id_no_key', ['threadId', 'no'])
@Index('posts_network', ['networkId', 'createdAt'])
@Index('posts_author', ['authorId', 'createdAt'])
@Index('posts_changes', { synchronize: false })
export class Post {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('uuid', { name: 'thread_id' })
  threadId!: string;

  @Column('integer')
  no!: number;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  /** Markdown, as written. */
  @Column('text')
  body!: string;

  /** Safe HTML of `body`, made when it is written. */
  @Column('text', { name: 'body_html' })
  bodyHtml!: string;

  @Column('text')
  lang!: Language;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('timestamp with time zone', { name: 'edited_at', precision: 3, nullable: true })
  editedAt!: Date | null;

  /** When its author took it back; the text stays for author and moderators. */
  @Column('timestamp with time zone', { name: 'withdrawn_at', precision: 3, nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { default: 'VISIBLE' })
  visibility!: Visibility;

  /** Number of its last change in its thread; 0 for what was there before changes were numbered. */
  @Column('integer', { name: 'change_no', default: 0 })
  changeNo!: number;

  /** Name of the school, and the profession, of the membership through which the author wrote; as they were then. Set by the database. */
  @Column('text', { name: 'author_school', nullable: true })
  authorSchool!: string | null;

  @Column('text', { name: 'author_profession', nullable: true })
  authorProfession!: string | null;

  /** How many reacted, by kind; kept by the write. */
  @Column('integer', { name: 'thanks_count', default: 0 })
  thanksCount!: number;

  @Column('integer', { name: 'agree_count', default: 0 })
  agreeCount!: number;

  @Column('integer', { name: 'idea_count', default: 0 })
  ideaCount!: number;

  /** How many files it has; kept by the write. */
  @Column('integer', { name: 'attachments_count', default: 0 })
  attachmentsCount!: number;

  /** Whether it asks something of its readers, so that no other post need be looked up. */
  @Column('boolean', { name: 'has_poll', default: false })
  hasPoll!: boolean;

  @VersionColumn({ default: 1 })
  version!: number;
}
