import type { CategoryStarter, ThreadKind } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A category of a network's threads, with its own rules; its words are in the network's language. */
@Entity('thread_categories')
@Index('thread_categories_network', ['networkId', 'position'])
export class ThreadCategory {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('text')
  name!: string;

  @Column('text', { default: '' })
  description!: string;

  @Column('integer')
  position!: number;

  @Column('text', { name: 'start_by', default: 'MEMBERS' })
  startBy!: CategoryStarter;

  /** What a new thread is at first; null where its author chooses. */
  @Column('text', { name: 'default_kind', nullable: true })
  defaultKind!: ThreadKind | null;

  /** Whether no new threads begin there. */
  @Column('boolean', { default: false })
  closed!: boolean;

  @VersionColumn({ default: 1 })
  version!: number;
}
