import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a person has read a thread. */
@Entity('thread_reads')
export class ThreadRead {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'thread_id' })
  threadId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('integer', { name: 'last_read_no' })
  lastReadNo!: number;

  @Column('timestamp with time zone', { name: 'read_at', precision: 3 })
  readAt!: Date;
}
