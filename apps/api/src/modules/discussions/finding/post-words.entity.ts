import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The words by which a post is found: those of its text, and of the thread's title where it opens one. */
@Entity('post_words')
@Index('post_words_words', { synchronize: false })
@Index('post_words_written', { synchronize: false })
export class PostWords {
  @PrimaryColumn('uuid', { name: 'post_id' })
  postId!: string;

  @Column('timestamp with time zone', { name: 'written_at', precision: 3 })
  writtenAt!: Date;

  /** Each begins as it was folded; places of words are not kept. */
  @Column('tsvector')
  words!: string;
}
