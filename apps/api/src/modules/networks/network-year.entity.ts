import type { NetworkYearState, SchoolYear } from '@stoa/domain';
import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** A school year of a network. */
@Entity('network_years')
@Unique('network_years_network_id_year_key', ['networkId', 'year'])
export class NetworkYear {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('text')
  year!: SchoolYear;

  @Column('text')
  state!: NetworkYearState;

  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy!: string | null;

  @Column('timestamp with time zone', { name: 'opened_at', precision: 3 })
  openedAt!: Date;

  @Column('timestamp with time zone', { name: 'concluded_at', precision: 3, nullable: true })
  concludedAt!: Date | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
