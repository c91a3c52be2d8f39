import type { DraftPlace, Language } from '@stoa/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person is writing and has not sent, on whatever device; nobody else reads it. */
@Entity('drafts')
export class Draft {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text')
  place!: DraftPlace;

  /** The thread, network or post. */
  @PrimaryColumn('uuid', { name: 'place_id' })
  placeId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  /** Of a new thread. */
  @Column('text', { default: '' })
  title!: string;

  @Column('text')
  body!: string;

  @Column('text')
  lang!: Language;

  @Column('timestamp with time zone', { name: 'saved_at', precision: 3 })
  savedAt!: Date;
}
