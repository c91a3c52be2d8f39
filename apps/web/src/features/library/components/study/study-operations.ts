import { graphql } from '../../../../app/api/graphql.js';

/** What a self-check needs. */
export const QuizPanel_resource = graphql(`
  fragment QuizPanel_resource on Resource {
    id
    quiz {
      id
      survey
      passPercent
      questionsCount
      passed
      lastAttempt {
        id
        madeAt
        rightCount
        questionsCount
        passed
        answers
        results {
          name
          isRight
          correctAnswer
          explanation
        }
      }
    }
  }
`);

/** What the study of a resource needs; whoever shows `StudyPanel` spreads it into the page's query. */
export const StudyPanel_resource = graphql(
  `
    fragment StudyPanel_resource on Resource {
      id
      state
      versionNo
      completionsCount
      ownNote
      study {
        id
        startedAt
        lastAt
        share
        doneAt
        doneVersionNo
      }
      ...QuizPanel_resource
    }
  `,
  [QuizPanel_resource],
);

export const StartResourceMutation = graphql(`
  mutation StartResourceMutation($input: StudyResourceInput!) {
    startResource(input: $input) {
      resource {
        id
        study {
          id
          startedAt
          lastAt
          share
          doneAt
          doneVersionNo
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const MarkDoneMutation = graphql(`
  mutation MarkDoneMutation($input: MarkDoneInput!) {
    markDone(input: $input) {
      resource {
        id
        completionsCount
        study {
          id
          startedAt
          lastAt
          share
          doneAt
          doneVersionNo
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const SaveNoteMutation = graphql(`
  mutation SaveNoteMutation($input: SaveNoteInput!) {
    saveNote(input: $input) {
      resource {
        id
        ownNote
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const SubmitQuizMutation = graphql(
  `
    mutation SubmitQuizMutation($input: SubmitQuizInput!) {
      submitQuiz(input: $input) {
        resource {
          id
          completionsCount
          study {
            id
            startedAt
            lastAt
            share
            doneAt
            doneVersionNo
          }
          ...QuizPanel_resource
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [QuizPanel_resource],
);

export const SaveQuizMutation = graphql(`
  mutation SaveQuizMutation($input: SaveQuizInput!) {
    saveQuiz(input: $input) {
      resource {
        id
        version
        quizDraft {
          survey
          passPercent
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const OwnCollectionsQuery = graphql(`
  query OwnCollectionsQuery($first: Int!, $id: ID!) {
    ownCollections(first: $first) {
      edges {
        node {
          id
          slug
          title
          lang
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    resource(id: $id) {
      id
      ownCollectionIds
    }
  }
`);

export const CollectResourceMutation = graphql(`
  mutation CollectResourceMutation($input: CollectResourceInput!) {
    collectResource(input: $input) {
      collection {
        id
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

export const NewCollectionMutation = graphql(`
  mutation NewCollectionMutation($input: CreateCollectionInput!) {
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

/** What the form of a self-check needs. */
export const QuizField_resource = graphql(`
  fragment QuizField_resource on Resource {
    id
    version
    quizDraft {
      survey
      passPercent
    }
  }
`);
