import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody's study of a resource; what was finished is kept as it was then. */
@Entity('resource_studies')
@Index('resource_studies_done', { synchronize: false })
@Index('resource_studies_last', { synchronize: false })
export class ResourceStudy {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Column('timestamp with time zone', { name: 'started_at', precision: 3 })
  startedAt!: Date;

  @Column('timestamp with time zone', { name: 'last_at', precision: 3 })
  lastAt!: Date;

  @Column('integer', { default: 0 })
  share!: number;

  @Column('timestamp with time zone', { name: 'done_at', precision: 3, nullable: true })
  doneAt!: Date | null;

  @Column('integer', { name: 'done_version_no', nullable: true })
  doneVersionNo!: number | null;

  @Column('text', { name: 'done_title', nullable: true })
  doneTitle!: string | null;

  @Column('text', { name: 'done_lang', nullable: true })
  doneLang!: string | null;

  @Column('integer', { name: 'done_minutes', nullable: true })
  doneMinutes!: number | null;
}
