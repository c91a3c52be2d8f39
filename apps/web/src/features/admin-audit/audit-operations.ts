import { graphql, type ResultOf } from '../../app/api/graphql.js';

export const AuditPageQuery = graphql(`
  query AuditPageQuery($first: Int!, $after: String, $filter: AuditFilterInput) {
    auditLog(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          at
          act
          actor {
            id
            handle
            displayName
          }
          actorErased
          subjectType
          subjectId
          subject {
            name
            path
          }
          detail {
            key
            value
          }
          hasPersonal
          requestId
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Values of one entry that name a person; that they were read is noted. */
export const AuditPersonalQuery = graphql(`
  query AuditPersonalQuery($entryId: ID!) {
    auditPersonal(entryId: $entryId) {
      key
      value
    }
  }
`);

export const AuditFacetsQuery = graphql(`
  query AuditFacetsQuery {
    auditFacets {
      acts
      subjectTypes
      lastCheck {
        at
        rows
        whole
      }
    }
  }
`);

export const StartAuditExportMutation = graphql(`
  mutation StartAuditExportMutation($input: StartAuditExportInput!) {
    startAuditExport(input: $input) {
      export {
        id
        state
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export type AuditEntry = ResultOf<typeof AuditPageQuery>['auditLog']['edges'][number]['node'];
export type AuditFacets = ResultOf<typeof AuditFacetsQuery>['auditFacets'];
