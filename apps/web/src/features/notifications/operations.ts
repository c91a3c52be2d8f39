import { graphql, type FragmentOf } from '../../app/api/graphql.js';

export const NoticeGroup_group = graphql(`
  fragment NoticeGroup_group on NoticeGroup {
    id
    at
    count
    unread
    title
    lang
    network {
      id
      name
      lang
    }
    newest {
      id
      event
      unread
      actorName
      year
      path
    }
  }
`);
export type NoticeGroupShown = FragmentOf<typeof NoticeGroup_group>;

export const ReadNoticesMutation = graphql(`
  mutation ReadNoticesMutation($input: ReadNoticesInput!) {
    readNotices(input: $input) {
      unread
      userErrors {
        code
        path
        message
      }
    }
  }
`);
