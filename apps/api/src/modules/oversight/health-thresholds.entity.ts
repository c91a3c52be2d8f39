import type { ThresholdsForm } from '@stoa/domain';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** Where the signals of a county's networks turn; a county without a row has the defaults. */
@Entity('health_thresholds')
export class CountyThresholds implements ThresholdsForm {
  @PrimaryColumn('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('integer', { name: 'active_within_days' })
  activeWithinDays!: number;

  @Column('integer', { name: 'participation_on_track' })
  participationOnTrack!: number;

  @Column('integer', { name: 'participation_watch' })
  participationWatch!: number;

  @Column('integer', { name: 'first_reply_on_track' })
  firstReplyOnTrack!: number;

  @Column('integer', { name: 'first_reply_watch' })
  firstReplyWatch!: number;

  @Column('integer', { name: 'report_late_days' })
  reportLateDays!: number;

  @Column('integer', { name: 'new_network_days' })
  newNetworkDays!: number;

  @Column('uuid', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
