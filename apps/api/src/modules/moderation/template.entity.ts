import type { Language } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** Words for the reason of a decision that a network's moderators use again and again, in one language. */
@Entity('reason_templates')
@Index('reason_templates_network', ['networkId', 'lang'])
export class ReasonTemplate {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('text')
  lang!: Language;

  @Column('text')
  title!: string;

  @Column('text')
  body!: string;

  @Column('uuid', { name: 'changed_by' })
  changedBy!: string;

  @VersionColumn({ default: 1 })
  version!: number;
}
