import type { Role, ScopeKind } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A person in a role for a scope, for a term. The only source of rights beyond those of every signed-in person. */
@Entity('appointments')
@Index('appointments_scope', ['scopeId', 'role'])
export class Appointment {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('appointments_person')
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('text', { name: 'scope_type' })
  scopeType!: ScopeKind;

  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Index('appointments_county')
  @Column('uuid', { name: 'county_id', nullable: true })
  countyId!: string | null;

  /** The territory in which the scope lies, whose path says who is above; null for everything. */
  @Index('appointments_territory')
  @Column('uuid', { name: 'territory_id', nullable: true })
  territoryId!: string | null;

  /** The centre of a structure. */
  @Column('uuid', { name: 'parent_scope_id', nullable: true })
  parentScopeId!: string | null;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  /** The last day; null where the term is open. */
  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;

  /** When the nightly job, or the appointing itself, did what follows from the beginning. */
  @Column('timestamp with time zone', { name: 'begun_noticed_at', precision: 3, nullable: true })
  begunNoticedAt!: Date | null;

  @Column('timestamp with time zone', { name: 'ended_noticed_at', precision: 3, nullable: true })
  endedNoticedAt!: Date | null;

  @Column('timestamp with time zone', { name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { name: 'revoked_by', nullable: true })
  revokedBy!: string | null;

  @Column('text', { name: 'revoke_reason', nullable: true })
  revokeReason!: string | null;

  @Column('uuid', { name: 'appointed_by', nullable: true })
  appointedBy!: string | null;

  @Column('timestamp with time zone', { name: 'appointed_at', precision: 3 })
  appointedAt!: Date;

  @Column('text', { default: '' })
  note!: string;

  @Column('uuid', { name: 'letter_file_id', nullable: true })
  letterFileId!: string | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
