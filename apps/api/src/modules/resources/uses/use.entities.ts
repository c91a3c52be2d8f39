import type { Language, UseResult } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** That a reader found a resource useful. The resource keeps how many did. */
@Entity('resource_marks')
export class ResourceMark {
  @PrimaryColumn('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Index('resource_marks_person', { synchronize: false })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamp with time zone', { name: 'marked_at', precision: 3 })
  markedAt!: Date;
}

/** What somebody did with a resource, and how it went: one for each person and resource. The resource keeps how many are shown. */
@Entity('resource_uses')
@Unique('resource_uses_resource_id_person_id_key', ['resourceId', 'personId'])
@Index('resource_uses_shown', { synchronize: false })
@Index('resource_uses_person', { synchronize: false })
@Index('resource_uses_school', { synchronize: false })
export class ResourceUse {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** Where the person worked when it was told. */
  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId!: string | null;

  @Column('text')
  result!: UseResult;

  @Column('text')
  account!: string;

  @Column('text')
  lang!: Language;

  @Column('timestamp with time zone', { name: 'told_at', precision: 3 })
  toldAt!: Date;

  @Column('timestamp with time zone', { name: 'edited_at', precision: 3, nullable: true })
  editedAt!: Date | null;

  /** When a reviewer took it out of sight. */
  @Column('timestamp with time zone', { name: 'hidden_at', precision: 3, nullable: true })
  hiddenAt!: Date | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
