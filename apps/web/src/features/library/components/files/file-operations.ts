import { graphql, type ResultOf } from '../../../../app/api/graphql.js';

/** A file as the form asks about it. */
export const ResourceFilesField_file = graphql(`
  fragment ResourceFilesField_file on ResourceFile {
    id
    title
    alt
    role
    lang
    name
    mime
    size
    previewUrl
  }
`);

/** What was sent for a resource: what has arrived whole and belongs to it, and what is on its way. */
export const ResourceFilesFieldQuery = graphql(
  `
    query ResourceFilesFieldQuery($id: ID!) {
      resource(id: $id) {
        id
        files {
          ...ResourceFilesField_file
        }
      }
      resourceUploads(id: $id) {
        most
        maxBytes
        uploads {
          id
          name
          size
          received
          ready
          mime
          previewUrl
        }
      }
    }
  `,
  [ResourceFilesField_file],
);

export const AddResourceFilesMutation = graphql(
  `
    mutation AddResourceFilesMutation($input: AddResourceFilesInput!) {
      addResourceFiles(input: $input) {
        files {
          ...ResourceFilesField_file
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ResourceFilesField_file],
);

export const RemoveResourceFileMutation = graphql(
  `
    mutation RemoveResourceFileMutation($input: RemoveResourceFileInput!) {
      removeResourceFile(input: $input) {
        files {
          ...ResourceFilesField_file
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ResourceFilesField_file],
);

/** A file as its reader sees it. */
export const ResourceFiles_file = graphql(`
  fragment ResourceFiles_file on ResourceFile {
    id
    title
    alt
    role
    lang
    name
    mime
    size
    width
    height
    url
    viewUrl
    previewUrl
    hasDocument
  }
`);

/** Pages that were made of text documents; asked for when one is to be read. */
export const ResourceDocumentsQuery = graphql(`
  query ResourceDocumentsQuery($id: ID!) {
    resource(id: $id) {
      id
      shown {
        id
        files {
          id
          documentHtml
        }
      }
    }
  }
`);

/** What the form knows of a file. */
export type FileFactsShown = ResultOf<typeof ResourceFilesField_file>;
/** What the page knows of a file. */
export type FileShown = ResultOf<typeof ResourceFiles_file>;

/** What a version says of a file, in its order. */
export type ResourceFileValue = Pick<FileFactsShown, 'id' | 'title' | 'alt' | 'role' | 'lang'>;
