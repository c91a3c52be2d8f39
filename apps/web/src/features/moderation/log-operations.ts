import { graphql, type ResultOf } from '../../app/api/graphql.js';

export const DecisionLogPageQuery = graphql(`
  query DecisionLogPageQuery($network: String!, $after: String) {
    networkDecisions(network: $network) {
      networkName
      networkLang
      decisions(first: 30, after: $after) {
        edges {
          node {
            id
            kind
            reason
            decidedAt
            subjectType
            reversed
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
    reasonTemplates(network: $network) {
      networkId
    }
  }
`);
export type LoggedDecision = NonNullable<ResultOf<typeof DecisionLogPageQuery>['networkDecisions']>['decisions']['edges'][number]['node'];

export const ReasonsPageQuery = graphql(`
  query ReasonsPageQuery($network: String!) {
    reasonTemplates(network: $network) {
      networkId
      networkName
      networkLang
      templates {
        id
        lang
        title
        body
        version
      }
    }
  }
`);
export type Reasons = NonNullable<ResultOf<typeof ReasonsPageQuery>['reasonTemplates']>;
export type Template = Reasons['templates'][number];

export const SaveReasonTemplateMutation = graphql(`
  mutation SaveReasonTemplateMutation($input: SaveReasonTemplateInput!) {
    saveReasonTemplate(input: $input) {
      template {
        id
        lang
        title
        body
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

export const DeleteReasonTemplateMutation = graphql(`
  mutation DeleteReasonTemplateMutation($input: DeleteReasonTemplateInput!) {
    deleteReasonTemplate(input: $input) {
      template {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);
