import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** What a network says to who joins it. */
@Entity('network_welcomes')
export class NetworkWelcome {
  @PrimaryColumn('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  /** Markdown; empty where nothing is said any more. */
  @Column('text')
  body!: string;

  @Column('text', { name: 'body_html' })
  bodyHtml!: string;

  /** When there was one for the first time: who joined before needs no welcome. */
  @Column('timestamp with time zone', { name: 'first_at', precision: 3 })
  firstAt!: Date;

  @Column('uuid', { name: 'written_by' })
  writtenBy!: string;

  @Column('timestamp with time zone', { name: 'written_at', precision: 3 })
  writtenAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
