import type { MembershipState } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A person's time in a network, from request or invitation to leaving; coming again is another row. At most one row of a person is open. */
@Entity('memberships')
@Index('memberships_open', { synchronize: false })
@Index('memberships_network', ['networkId', 'state', 'joinedAt'])
@Index('memberships_person', ['personId', 'state'])
export class Membership {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** The school that the person belonged to when the membership began. */
  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId!: string | null;

  @Column('text')
  state!: MembershipState;

  /** What the person wrote when asking, or the coordinator when inviting. */
  @Column('text', { default: '' })
  message!: string;

  @Column('timestamp with time zone', { name: 'requested_at', precision: 3 })
  requestedAt!: Date;

  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy!: string | null;

  /** Who admitted, refused or removed; null where the person decided. */
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  /** Why a request was refused or a member removed or suspended, as the person reads it. */
  @Column('text', { name: 'refusal_reason', default: '' })
  refusalReason!: string;

  @Column('timestamp with time zone', { name: 'joined_at', precision: 3, nullable: true })
  joinedAt!: Date | null;

  @Column('timestamp with time zone', { name: 'left_at', precision: 3, nullable: true })
  leftAt!: Date | null;

  /** Until then the member reads but does not write. */
  @Column('timestamp with time zone', { name: 'suspended_until', precision: 3, nullable: true })
  suspendedUntil!: Date | null;

  /** When the member put the network's welcome aside. */
  @Column('timestamp with time zone', { name: 'welcomed_at', precision: 3, nullable: true })
  welcomedAt!: Date | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
