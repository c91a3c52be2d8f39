import type { Delivery, DigestPeriod, NoticeEvent, NoticeKind, WatchLevel } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** That something happened which a person hears of. It holds no words: they are read, with the right to read them, when it is shown. */
@Entity('notices')
@Unique('notices_person_id_event_subject_id_key', ['personId', 'event', 'subjectId'])
@Index('notices_person', { synchronize: false })
@Index('notices_at', ['at'])
@Index('notices_thread', ['threadId'])
export class Notice {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('text')
  kind!: NoticeKind;

  @Column('text')
  event!: NoticeEvent;

  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** The thread it belonged to when it was made; that of a post is read anew. */
  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId!: string | null;

  @Column('timestamp with time zone', { precision: 3 })
  at!: Date;

  @Column('timestamp with time zone', { name: 'read_at', precision: 3, nullable: true })
  readAt!: Date | null;

  /** Whether it was to be mailed at once when it was made; a choice that comes later mails nothing that was there before. */
  @Column('boolean', { name: 'at_once', default: false })
  atOnce!: boolean;

  @Column('timestamp with time zone', { name: 'mailed_at', precision: 3, nullable: true })
  mailedAt!: Date | null;
}

/** How a person wants to hear of a kind: everywhere, or in one network. */
@Entity('notice_choices')
@Index('notice_choices_one', { synchronize: false })
export class NoticeChoice {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  @Column('text')
  kind!: NoticeKind;

  @Column('text')
  delivery!: Delivery;

  @Column('timestamp with time zone', { name: 'chosen_at', precision: 3 })
  chosenAt!: Date;
}

/** How closely a person watches a thread or a network. */
@Entity('watches')
@Index('watches_subject', ['subjectType', 'subjectId'])
export class Watch {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text', { name: 'subject_type' })
  subjectType!: 'Thread' | 'Network';

  @PrimaryColumn('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('text')
  level!: WatchLevel;

  @Column('timestamp with time zone', { name: 'chosen_at', precision: 3 })
  chosenAt!: Date;
}

/** That a person's digest of a period was taken in hand, so that it is sent once at most. */
@Entity('digests')
export class Digest {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text')
  period!: DigestPeriod;

  /** The day from which it is due; of a week its Monday. */
  @PrimaryColumn('date')
  day!: string;

  @Column('timestamp with time zone', { name: 'claimed_at', precision: 3 })
  claimedAt!: Date;

  @Column('timestamp with time zone', { name: 'sent_at', precision: 3, nullable: true })
  sentAt!: Date | null;
}
