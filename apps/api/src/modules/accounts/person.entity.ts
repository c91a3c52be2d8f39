import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** INVITED people have no password yet; SUSPENDED and DEACTIVATED ones cannot sign in; MERGED ones lead to another; ERASED ones are a tombstone. */
export type PersonStatus = 'INVITED' | 'ACTIVE' | 'SUSPENDED' | 'DEACTIVATED' | 'MERGED' | 'ERASED';

/** Somebody Stoa knows by name, with or without an account. */
@Entity('people')
@Index('people_search', { synchronize: false })
@Index('people_words', { synchronize: false })
@Index('people_name_key', { synchronize: false })
@Index('people_mailbox', { synchronize: false })
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  handle!: string;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  /** Folded name, for finding people whatever the accents. */
  @Column('text')
  search!: string;

  @Column('text', { unique: true, nullable: true })
  email!: string | null;

  @Column('timestamp with time zone', { name: 'email_confirmed_at', precision: 3, nullable: true })
  emailConfirmedAt!: Date | null;

  @Column('text')
  status!: PersonStatus;

  /** Who closed the account: whoever did so alone may open it again. */
  @Column('uuid', { name: 'deactivated_by', nullable: true })
  deactivatedBy!: string | null;

  /** Who this person turned out to be: everything of theirs is there now. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  @Index('people_merged_into')
  mergedInto!: string | null;

  @Column('timestamp with time zone', { name: 'merged_at', precision: 3, nullable: true })
  mergedAt!: Date | null;

  /** The address of somebody merged, which signs nobody in; what comes for it is meant for whom they were merged into. */
  @Column('text', { name: 'merged_email', nullable: true })
  @Index('people_merged_email')
  mergedEmail!: string | null;

  @Column('text')
  lang!: string;

  @Column('jsonb', { default: {} })
  preferences!: Record<string, unknown>;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** How often the mailbox sent mail back for good since the address was last confirmed; at most once a day counts. */
  @Column('integer', { name: 'mail_bounces', default: 0 })
  mailBounces!: number;

  @Column('timestamp with time zone', { name: 'mail_bounced_at', precision: 3, nullable: true })
  mailBouncedAt!: Date | null;

  /** Since when no mail is sent but what concerns the account, because the mailbox sends it back. */
  @Column('timestamp with time zone', { name: 'mail_stopped_at', precision: 3, nullable: true })
  mailStoppedAt!: Date | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
