import { graphql } from '../../app/api/graphql.js';

export const CollectionView_collection = graphql(`
  fragment CollectionView_collection on Collection {
    id
    slug
    version
    state
    title
    summary
    lang
    isOwn
    closedCount
    changedAt
    owner {
      id
      handle
      displayName
    }
    items {
      remark
      resource {
        id
        slug
        title
        lang
        outcome
        minutes
        study {
          id
          doneAt
        }
      }
    }
  }
`);

export const CollectionPageQuery = graphql(
  `
    query CollectionPageQuery($slug: String!) {
      collection(slug: $slug) {
        ...CollectionView_collection
      }
    }
  `,
  [CollectionView_collection],
);

export const SaveCollectionMutation = graphql(
  `
    mutation SaveCollectionMutation($input: SaveCollectionInput!) {
      saveCollection(input: $input) {
        collection {
          ...CollectionView_collection
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [CollectionView_collection],
);

export const ShowCollectionMutation = graphql(`
  mutation ShowCollectionMutation($input: ShowCollectionInput!) {
    showCollection(input: $input) {
      collection {
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

export const DeleteCollectionMutation = graphql(`
  mutation DeleteCollectionMutation($input: CollectionActInput!) {
    deleteCollection(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const CopyCollectionMutation = graphql(`
  mutation CopyCollectionMutation($input: CopyCollectionInput!) {
    copyCollection(input: $input) {
      collection {
        id
        slug
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const CreateCollectionMutation = graphql(`
  mutation CreateCollectionMutation($input: CreateCollectionInput!) {
    createCollection(input: $input) {
      collection {
        id
        slug
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);
