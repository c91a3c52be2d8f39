import { Entity, PrimaryColumn } from 'typeorm';

/** A post whose words are not in the search yet. Triggers of `posts` and `threads` write it. */
@Entity('posts_to_index')
export class PostToIndex {
  @PrimaryColumn('uuid', { name: 'post_id' })
  postId!: string;
}
