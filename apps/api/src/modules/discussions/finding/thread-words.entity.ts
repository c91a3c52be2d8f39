import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The folded words of a thread's title; a trigger of `threads` writes them. */
@Entity('thread_words')
@Index('thread_words_words', { synchronize: false })
export class ThreadWords {
  @PrimaryColumn('uuid', { name: 'thread_id' })
  threadId!: string;

  @Column('tsvector')
  words!: string;
}
