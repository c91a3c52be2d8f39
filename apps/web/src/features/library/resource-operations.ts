import { graphql, type FragmentOf } from '../../app/api/graphql.js';
import { ResourceFiles_file } from './components/files/file-operations.js';
import { QuizField_resource, StudyPanel_resource } from './components/study/study-operations.js';

/** All that a version says, as its page and its form need it. */
export const Version_version = graphql(
  `
    fragment Version_version on ResourceVersion {
      id
      no
      state
      changes
      kind
      title
      lang
      visibility
      outcome
      summary
      body
      bodyHtml
      minutes
      licence
      attribution
      authors
      subjects
      levels
      audiences
      topics {
        id
        slug
        name {
          lang
          text
        }
      }
      links {
        url
        title
        broken
      }
      practice {
        context
        actions
        result
        needs
        carryOver
      }
      remarks {
        field
        text
      }
      files {
        ...ResourceFiles_file
      }
      changedAt
      submittedAt
      version
    }
  `,
  [ResourceFiles_file],
);
export type VersionShown = FragmentOf<typeof Version_version>;

/** A resource as its page shows it. */
export const Resource_resource = graphql(
  `
    fragment Resource_resource on Resource {
      id
      slug
      state
      visibility
      kind
      title
      lang
      outcome
      minutes
      licence
      authors
      versionNo
      publishedAt
      changedAt
      promotedAt
      useful
      usefulCount
      usesCount
      completionsCount
      version
      proposer {
        id
        handle
        displayName
      }
      owner {
        type
        id
        name
        lang
        slug
      }
      shown {
        ...Version_version
      }
      open {
        ...Version_version
      }
      versions {
        id
        no
        changes
        decidedAt
      }
      source {
        name
        url
        identifier
        lockedFields
        viewerCanLock
      }
      viewerCan {
        edit
        submit
        takeBack
        review
        outdate
        promote
        withdraw
        restore
        discard
      }
      ...StudyPanel_resource
      ...QuizField_resource
    }
  `,
  [Version_version, StudyPanel_resource, QuizField_resource],
);
export type ResourceShown = FragmentOf<typeof Resource_resource>;

export const ResourcePageQuery = graphql(
  `
    query ResourcePageQuery($slug: String!) {
      resource(slug: $slug) {
        ...Resource_resource
      }
    }
  `,
  [Resource_resource],
);

/** A resource as lists show it. */
export const ResourceRow_resource = graphql(`
  fragment ResourceRow_resource on Resource {
    id
    slug
    state
    kind
    title
    lang
    outcome
    changedAt
    owner {
      type
      name
      lang
    }
    open {
      id
      state
      title
      submittedAt
      remarks {
        field
        text
      }
    }
  }
`);
export type ResourceRowShown = FragmentOf<typeof ResourceRow_resource>;

export const OwnResourcesQuery = graphql(
  `
    query OwnResourcesQuery($first: Int!, $after: String) {
      ownResources(first: $first, after: $after) {
        edges {
          node {
            ...ResourceRow_resource
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ResourceRow_resource],
);

export const ResourceOwnersQuery = graphql(`
  query ResourceOwnersQuery($search: String) {
    resourceOwners(first: 30, search: $search) {
      type
      id
      name
      lang
    }
  }
`);
