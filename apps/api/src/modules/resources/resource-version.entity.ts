import type { ResourceContent, ResourceRemark, ResourceVersionState } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** What a resource says at one time: being written, under review, published, or published once. */
@Entity('resource_versions')
@Unique('resource_versions_resource_id_no_key', ['resourceId', 'no'])
@Index('resource_versions_open', { synchronize: false })
@Index('resource_versions_published', { synchronize: false })
@Index('resource_versions_created', { synchronize: false })
@Index('resource_versions_submitted', { synchronize: false })
@Index('resource_versions_decided', { synchronize: false })
export class ResourceVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId!: string;

  /** From 1 on. */
  @Column('integer')
  no!: number;

  @Column('text')
  state!: ResourceVersionState;

  @Column('jsonb')
  content!: ResourceContent;

  /** Safe HTML of the body. */
  @Column('text', { name: 'body_html', default: '' })
  bodyHtml!: string;

  /** What is new in it, for those who know the one before. */
  @Column('text', { default: '' })
  changes!: string;

  /** Of the last reviewer who gave it back. */
  @Column('jsonb', { default: [] })
  remarks!: ResourceRemark[];

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;

  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column('timestamp with time zone', { name: 'submitted_at', precision: 3, nullable: true })
  submittedAt!: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
