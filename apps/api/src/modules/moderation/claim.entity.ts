import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who looks at something in the review queue now; a claim ends by itself, by the database's real time. */
@Entity('review_claims')
export class ReviewClaim {
  @PrimaryColumn('text', { name: 'subject_type' })
  subjectType!: string;

  @PrimaryColumn('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'claimed_by' })
  claimedBy!: string;

  @Column('timestamp with time zone', { name: 'claimed_until', precision: 3 })
  claimedUntil!: Date;
}
