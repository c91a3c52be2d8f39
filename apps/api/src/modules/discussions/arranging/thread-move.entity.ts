import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that a thread left when it went to another network; it leads there, and nobody else gets its number. */
@Entity('thread_moves')
export class ThreadMove {
  @PrimaryColumn('uuid', { name: 'network_id' })
  networkId!: string;

  @PrimaryColumn('integer')
  no!: number;

  @Column('uuid', { name: 'thread_id' })
  threadId!: string;

  @Column('uuid', { name: 'decision_id' })
  decisionId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;
}
