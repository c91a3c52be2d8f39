import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A place that a post left when its thread was split or merged: links to it lead to the post. */
@Entity('post_moves')
@Index('post_moves_decision', ['decisionId'])
export class PostMove {
  @PrimaryColumn('uuid', { name: 'thread_id' })
  threadId!: string;

  @PrimaryColumn('integer')
  no!: number;

  @Column('uuid', { name: 'post_id' })
  postId!: string;

  @Column('uuid', { name: 'decision_id' })
  decisionId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;
}
