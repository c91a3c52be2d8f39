import type { JoiningRule, Language, NetworkKind, Profession, SchoolLevel } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A network: permanent, with its address, members and discussions; its years carry state and report. */
@Entity('networks')
@Index('networks_county', { synchronize: false })
@Index('networks_activity', { synchronize: false })
export class Network {
  @PrimaryColumn('uuid')
  id!: string;

  /** Constant for life. */
  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  /** Made of the first name; stays when the name changes. */
  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  name!: string;

  /** Language of name, purpose and promotion. */
  @Column('text')
  lang!: Language;

  @Column('text')
  kind!: NetworkKind;

  /** With `levels` the audience; an empty list leaves that side open. */
  @Column('text', { array: true, default: [] })
  professions!: Profession[];

  @Column('text', { array: true, default: [] })
  levels!: SchoolLevel[];

  @Column('text', { name: 'joining_rule' })
  joiningRule!: JoiningRule;

  @Column('text', { default: '' })
  purpose!: string;

  /** Text of the promotion page, Markdown. */
  @Column('text', { default: '' })
  promotion!: string;

  @Column('text', { name: 'promotion_html', default: '' })
  promotionHtml!: string;

  /** Since when the page is public; null where it is not. */
  @Column('timestamp with time zone', { name: 'promoted_at', precision: 3, nullable: true })
  promotedAt!: Date | null;

  /** Since when nobody coordinates; null while somebody does. */
  @Column('timestamp with time zone', { name: 'vacant_since', precision: 3, nullable: true })
  vacantSince!: Date | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** ACTIVE memberships; kept by the commands that change them. */
  @Column('integer', { name: 'members_count', default: 0 })
  membersCount!: number;

  @Column('integer', { name: 'threads_count', default: 0 })
  threadsCount!: number;

  @Column('integer', { name: 'posts_count', default: 0 })
  postsCount!: number;

  /** Of the last post; the creation where there is none. */
  @Column('timestamp with time zone', { name: 'last_activity_at', precision: 3 })
  lastActivityAt!: Date;

  @Column('text')
  search!: string;

  /** Raised by edits of the page, not by counters. */
  @VersionColumn({ default: 1 })
  version!: number;
}
