import type { StepKind } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A step of a path. */
@Entity('path_steps')
@Index('path_steps_path', { synchronize: false })
@Index('path_steps_resource', { synchronize: false })
@Index('path_steps_thread', { synchronize: false })
export class PathStep {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'path_id' })
  pathId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  kind!: StepKind;

  @Column('text', { default: '' })
  title!: string;

  @Column('text', { default: '' })
  text!: string;

  @Column('uuid', { name: 'resource_id', nullable: true })
  resourceId!: string | null;

  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('boolean')
  required!: boolean;

  @Column('integer', { nullable: true })
  minutes!: number | null;
}
