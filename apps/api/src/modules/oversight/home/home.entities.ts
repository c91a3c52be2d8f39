import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something a person put off; it comes back on the day. */
@Entity('home_snoozes')
export class HomeSnooze {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  /** Key of the item: its kind and the record it is about. */
  @PrimaryColumn('text')
  item!: string;

  @Column('date', { name: 'until_on' })
  untilOn!: string;
}

/** When a person was at home, and at the visit before it. */
@Entity('home_visits')
export class HomeVisit {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamp with time zone', { name: 'seen_at', precision: 3 })
  seenAt!: Date;

  @Column('timestamp with time zone', { name: 'before_at', precision: 3, nullable: true })
  beforeAt!: Date | null;
}
