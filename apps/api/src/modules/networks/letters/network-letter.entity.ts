import type { Language } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was written to all members of a network at once. */
@Entity('network_letters')
@Index('network_letters_network', ['networkId', 'sentAt'])
export class NetworkLetter {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  body!: string;

  @Column('text')
  lang!: Language;

  /** Members when it was sent. */
  @Column('integer')
  recipients!: number;

  @Column('uuid', { name: 'sent_by' })
  sentBy!: string;

  @Column('timestamp with time zone', { name: 'sent_at', precision: 3 })
  sentAt!: Date;
}
