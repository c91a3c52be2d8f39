import { Field, ID, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';

/** What stands where a link leads, as that page says. */
@ObjectType('LinkPreview')
@Policy(WITH_RECORD)
export class LinkPreviewType {
  @Field(() => String)
  url!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { description: 'What the site calls itself, and its host' })
  site!: string;
}

/** The links of a post with something to show. */
@ObjectType('PostLinkPreviews')
@Policy(WITH_RECORD)
export class PostLinkPreviewsType {
  @Field(() => ID)
  postId!: string;

  @Field(() => [LinkPreviewType], { description: '3 at most' })
  previews!: LinkPreviewType[];
}
