import type { QuizSurvey } from '@stoa/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The quiz of a resource from one version on, until a later version has another; null: from this version on there is none. */
@Entity('resource_quizzes')
export class ResourceQuiz {
  @PrimaryColumn('uuid', { name: 'resource_id' })
  resourceId!: string;

  @PrimaryColumn('integer', { name: 'version_no' })
  versionNo!: number;

  @Column('jsonb', { nullable: true })
  survey!: QuizSurvey | null;

  @Column('integer', { name: 'pass_percent' })
  passPercent!: number;

  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;
}
