import type { CertificateState } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** What somebody has completed, as it was then: a path, and by the same pair of subject whatever else gives one. */
@Entity('certificates')
@Unique('certificates_person_id_subject_type_subject_id_key', ['personId', 'subjectType', 'subjectId'])
@Index('certificates_subject', { synchronize: false })
@Index('certificates_revoked', { synchronize: false })
export class Certificate {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  code!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('uuid', { name: 'territory_id' })
  territoryId!: string;

  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  @Column('uuid', { name: 'structure_id', nullable: true })
  structureId!: string | null;

  @Column('uuid', { name: 'centre_id', nullable: true })
  centreId!: string | null;

  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId!: string | null;

  @Column('text')
  state!: CertificateState;

  @Column('text', { name: 'person_name' })
  personName!: string;

  @Column('text')
  title!: string;

  @Column('text')
  lang!: string;

  @Column('text')
  issuer!: string;

  @Column('integer')
  minutes!: number;

  @Column('timestamp with time zone', { name: 'completed_at', precision: 3 })
  completedAt!: Date;

  @Column('timestamp with time zone', { name: 'issued_at', precision: 3 })
  issuedAt!: Date;

  @Column('timestamp with time zone', { name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { name: 'revoked_by', nullable: true })
  revokedBy!: string | null;

  @Column('text', { name: 'revoke_reason', default: '' })
  revokeReason!: string;

  @VersionColumn({ default: 1 })
  version!: number;
}
