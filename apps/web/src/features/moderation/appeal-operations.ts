import { graphql, type FragmentOf } from '../../app/api/graphql.js';

/** A decision about the reader, with the appeal against it. */
export const OwnDecision_ownDecision = graphql(`
  fragment OwnDecision_ownDecision on OwnDecision {
    decisionId
    kind
    reason
    decidedAt
    subjectType
    title
    path
    networkName
    networkLang
    reversed
    canAppeal
    appeal {
      id
      state
      statement
      madeAt
      dueAt
      decidedAt
      answer
      version
    }
  }
`);
export type OwnDecisionShown = FragmentOf<typeof OwnDecision_ownDecision>;

export const OwnDecisionsPageQuery = graphql(
  `
    query OwnDecisionsPageQuery($after: String) {
      decisionsOnViewer(first: 20, after: $after) {
        edges {
          node {
            ...OwnDecision_ownDecision
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [OwnDecision_ownDecision],
);

export const MakeAppealMutation = graphql(`
  mutation MakeAppealMutation($input: MakeAppealInput!) {
    makeAppeal(input: $input) {
      appeal {
        id
        state
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** An open appeal with what to weigh. */
export const AppealItem_appealItem = graphql(`
  fragment AppealItem_appealItem on AppealItem {
    kind
    reason
    decidedAt
    subjectType
    title
    path
    networkName
    networkLang
    overdue
    html
    lang
    author {
      id
      displayName
    }
    decidedBy {
      id
      displayName
    }
    around {
      id
      no
      html
      lang
      state
      author {
        id
        displayName
      }
    }
    appeal {
      id
      statement
      madeAt
      dueAt
      version
    }
  }
`);
export type AppealItemShown = FragmentOf<typeof AppealItem_appealItem>;

export const AppealsPageQuery = graphql(
  `
    query AppealsPageQuery($after: String) {
      viewer {
        person {
          id
        }
        toReview
        appealsToDecide
      }
      appeals(first: 20, after: $after) {
        edges {
          node {
            ...AppealItem_appealItem
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AppealItem_appealItem],
);

export const DecideAppealMutation = graphql(`
  mutation DecideAppealMutation($input: DecideAppealInput!) {
    decideAppeal(input: $input) {
      appeal {
        id
        state
        answer
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);
