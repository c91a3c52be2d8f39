import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who follows a path; once completed it stays completed. */
@Entity('path_enrolments')
@Index('path_enrolments_path', { synchronize: false })
export class PathEnrolment {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'path_id' })
  pathId!: string;

  @Column('timestamp with time zone', { name: 'enrolled_at', precision: 3 })
  enrolledAt!: Date;

  @Column('boolean', { name: 'shows_self', default: false })
  showsSelf!: boolean;

  @Column('timestamp with time zone', { name: 'done_at', precision: 3, nullable: true })
  doneAt!: Date | null;

  @Column('text', { name: 'done_title', nullable: true })
  doneTitle!: string | null;

  @Column('text', { name: 'done_lang', nullable: true })
  doneLang!: string | null;

  @Column('integer', { name: 'done_minutes', nullable: true })
  doneMinutes!: number | null;

  /** Resources of the steps that were done then: what the path counts for holds them. */
  @Column('uuid', { name: 'done_resource_ids', array: true, default: [] })
  doneResourceIds!: string[];
}
