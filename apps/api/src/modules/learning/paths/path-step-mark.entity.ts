import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A step that its person says is done: a task, or a discussion they took part in. */
@Entity('path_step_marks')
@Index('path_step_marks_step', { synchronize: false })
export class PathStepMark {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'step_id' })
  stepId!: string;

  @Column('timestamp with time zone', { name: 'marked_at', precision: 3 })
  markedAt!: Date;
}
