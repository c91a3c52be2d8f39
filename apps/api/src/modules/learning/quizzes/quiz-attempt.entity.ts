import type { QuizAnswers } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody answered to a quiz, and what of it was right. */
@Entity('quiz_attempts')
@Index('quiz_attempts_person', { synchronize: false })
@Index('quiz_attempts_resource', { synchronize: false })
export class QuizAttempt {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Column('integer', { name: 'version_no' })
  versionNo!: number;

  @Column('jsonb')
  answers!: QuizAnswers;

  @Column('jsonb')
  results!: Record<string, boolean>;

  @Column('integer', { name: 'right_count' })
  rightCount!: number;

  @Column('integer', { name: 'questions_count' })
  questionsCount!: number;

  @Column('boolean')
  passed!: boolean;

  @Column('timestamp with time zone', { name: 'made_at', precision: 3 })
  madeAt!: Date;
}
