import { graphql, type ResultOf } from '../../app/api/graphql.js';

export const HomePageQuery = graphql(`
  query HomePageQuery {
    home {
      asOf
      today
      year
      since
      snoozed
      items {
        key
        kind
        group
        dueAt
        since
        title
        lang
        context {
          name
          lang
          emblem
        }
        count
        of
        names
        reasons
        year
        path
      }
      news {
        kind
        title
        lang
        count
        year
        path
      }
      lanes {
        slug
        name
        lang
        weeks
      }
    }
  }
`);

export const VisitHomeMutation = graphql(`
  mutation VisitHomeMutation {
    visitHome {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const SnoozeHomeItemMutation = graphql(`
  mutation SnoozeHomeItemMutation($input: SnoozeHomeItemInput!) {
    snoozeHomeItem(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export type Home = ResultOf<typeof HomePageQuery>['home'];
export type HomeItem = Home['items'][number];
