import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An option that somebody chose: each once. The name is there so that nobody votes twice, and is shown to nobody. */
@Entity('poll_votes')
@Index('poll_votes_option', ['postId', 'optionNo'])
export class PollVote {
  @PrimaryColumn('uuid', { name: 'post_id' })
  postId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('integer', { name: 'option_no' })
  optionNo!: number;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('timestamp with time zone', { name: 'voted_at', precision: 3 })
  votedAt!: Date;
}
