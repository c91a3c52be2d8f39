import { graphql, type FragmentOf, type ResultOf } from '../../app/api/graphql.js';

export const HarvestRunRow_run = graphql(`
  fragment HarvestRunRow_run on HarvestRun {
    id
    state
    startedAt
    finishedAt
    fromAt
    expected
    seen
    created
    updated
    unchanged
    withdrawn
    duplicates
    failed
    errorCode
    errorDetail
    canResume
  }
`);

export type HarvestRun = FragmentOf<typeof HarvestRunRow_run>;

export const SourcesPageQuery = graphql(
  `
    query SourcesPageQuery($first: Int!, $after: String) {
      librarySources(first: $first, after: $after) {
        edges {
          node {
            id
            name
            schedule
            resourceCount
            owner {
              name
              lang
            }
            lastRun {
              ...HarvestRunRow_run
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [HarvestRunRow_run],
);

export type SourceRow = ResultOf<typeof SourcesPageQuery>['librarySources']['edges'][number]['node'];

export const SourcePageQuery = graphql(
  `
    query SourcePageQuery($id: ID!, $first: Int!, $after: String) {
      librarySource(id: $id) {
        id
        name
        url
        metadataPrefix
        set
        kind
        lang
        licence
        schedule
        version
        resourceCount
        owner {
          name
          lang
        }
        runs(first: $first, after: $after) {
          edges {
            node {
              ...HarvestRunRow_run
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [HarvestRunRow_run],
);

export type Source = NonNullable<ResultOf<typeof SourcePageQuery>['librarySource']>;

export const HarvestNotesQuery = graphql(`
  query HarvestNotesQuery($run: ID!, $first: Int!, $after: String) {
    harvestNotes(runId: $run, first: $first, after: $after) {
      edges {
        node {
          id
          kind
          identifier
          detail
          resource {
            id
            slug
            title
            lang
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const SourceOwnersQuery = graphql(`
  query SourceOwnersQuery($search: String!) {
    territories(first: 8, kind: COUNTY, search: $search) {
      edges {
        node {
          id
          code
          name {
            lang
            text
          }
        }
      }
    }
    centres(first: 8, search: $search) {
      edges {
        node {
          id
          name {
            lang
            text
          }
        }
      }
    }
  }
`);

export const AddLibrarySourceMutation = graphql(`
  mutation AddLibrarySourceMutation($input: AddLibrarySourceInput!) {
    addLibrarySource(input: $input) {
      source {
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

export const ChangeLibrarySourceMutation = graphql(`
  mutation ChangeLibrarySourceMutation($input: ChangeLibrarySourceInput!) {
    changeLibrarySource(input: $input) {
      source {
        id
        name
        url
        metadataPrefix
        set
        kind
        lang
        licence
        schedule
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

export const RunHarvestMutation = graphql(
  `
    mutation RunHarvestMutation($input: HarvestInput!) {
      runHarvest(input: $input) {
        source {
          id
          lastRun {
            ...HarvestRunRow_run
          }
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [HarvestRunRow_run],
);

export const CancelHarvestMutation = graphql(
  `
    mutation CancelHarvestMutation($input: HarvestInput!) {
      cancelHarvest(input: $input) {
        source {
          id
          lastRun {
            ...HarvestRunRow_run
          }
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [HarvestRunRow_run],
);
