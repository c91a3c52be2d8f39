import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person's own note on a resource, Markdown; nobody else reads it. */
@Entity('study_notes')
@Index('study_notes_resource', { synchronize: false })
export class StudyNote {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Column('text')
  body!: string;

  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;
}
