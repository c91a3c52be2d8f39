import { graphql } from '../../app/api/graphql.js';

export const PathRow_path = graphql(`
  fragment PathRow_path on LearningPath {
    id
    slug
    state
    awaitsReview
    title
    lang
    outcome
    minutes
    certificate
    owner {
      name
      lang
    }
    steps {
      id
      done
      required
    }
    enrolment {
      doneAt
    }
  }
`);

export const PathView_path = graphql(`
  fragment PathView_path on LearningPath {
    id
    slug
    version
    state
    awaitsReview
    visibility
    title
    summary
    outcome
    lang
    rule
    needed
    minutes
    certificate
    remarks
    followersCount
    completionsCount
    owner {
      type
      name
      lang
      slug
    }
    enrolment {
      enrolledAt
      showsSelf
      doneAt
    }
    peers {
      id
      handle
      displayName
    }
    steps {
      id
      kind
      title
      ownTitle
      ownMinutes
      lang
      text
      url
      required
      minutes
      closed
      gone
      done
      resource {
        id
        slug
        summary
        outcome
      }
      thread {
        id
        path
      }
    }
    viewerCan {
      edit
      submit
      takeBack
      review
      withdraw
      discard
      enrol
      certificates
    }
  }
`);

export const PathPageQuery = graphql(
  `
    query PathPageQuery($slug: String!) {
      learningPath(slug: $slug) {
        ...PathView_path
      }
    }
  `,
  [PathView_path],
);

export const FollowPathMutation = graphql(
  `
    mutation FollowPathMutation($input: FollowPathInput!) {
      followPath(input: $input) {
        path {
          ...PathView_path
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PathView_path],
);

export const ShowOnPathMutation = graphql(
  `
    mutation ShowOnPathMutation($input: ShowOnPathInput!) {
      showOnPath(input: $input) {
        path {
          ...PathView_path
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PathView_path],
);

export const MarkStepMutation = graphql(
  `
    mutation MarkStepMutation($input: MarkStepInput!) {
      markStep(input: $input) {
        path {
          ...PathView_path
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PathView_path],
);

export const CreatePathMutation = graphql(`
  mutation CreatePathMutation($input: CreatePathInput!) {
    createPath(input: $input) {
      path {
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

export const SavePathMutation = graphql(
  `
    mutation SavePathMutation($input: SavePathInput!) {
      savePath(input: $input) {
        path {
          ...PathView_path
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PathView_path],
);
