import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class SavePostInput {
  @Field(() => ID)
  postId!: string;

  @Field(() => Boolean, { description: 'False keeps it no more' })
  saved!: boolean;
}
