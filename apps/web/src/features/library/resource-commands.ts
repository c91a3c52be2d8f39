import { graphql } from '../../app/api/graphql.js';
import { Resource_resource } from './resource-operations.js';

export const CreateResourceMutation = graphql(`
  mutation CreateResourceMutation($input: CreateResourceInput!) {
    createResource(input: $input) {
      resource {
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

export const SaveResourceMutation = graphql(
  `
    mutation SaveResourceMutation($input: SaveResourceInput!) {
      saveResource(input: $input) {
        resource {
          ...Resource_resource
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Resource_resource],
);

export const SubmitResourceMutation = graphql(
  `
    mutation SubmitResourceMutation($input: ResourceActInput!) {
      submitResource(input: $input) {
        resource {
          ...Resource_resource
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Resource_resource],
);

export const TakeBackResourceMutation = graphql(
  `
    mutation TakeBackResourceMutation($input: ResourceActInput!) {
      takeBackResource(input: $input) {
        resource {
          ...Resource_resource
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Resource_resource],
);

export const DiscardDraftMutation = graphql(`
  mutation DiscardDraftMutation($input: ResourceActInput!) {
    discardDraft(input: $input) {
      resource {
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

export const PublishResourceMutation = graphql(
  `
    mutation PublishResourceMutation($input: ResourceActInput!) {
      publishResource(input: $input) {
        resource {
          ...Resource_resource
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Resource_resource],
);

export const ReturnResourceMutation = graphql(`
  mutation ReturnResourceMutation($input: ReturnResourceInput!) {
    returnResource(input: $input) {
      resource {
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

export const MarkOutdatedMutation = graphql(`
  mutation MarkOutdatedMutation($input: ResourceActInput!) {
    markOutdated(input: $input) {
      resource {
        id
        state
        version
        viewerCan {
          outdate
          withdraw
          restore
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

export const ConfirmCurrentMutation = graphql(`
  mutation ConfirmCurrentMutation($input: ResourceActInput!) {
    confirmCurrent(input: $input) {
      resource {
        id
        state
        version
        viewerCan {
          outdate
          withdraw
          restore
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

export const WithdrawResourceMutation = graphql(`
  mutation WithdrawResourceMutation($input: ResourceActInput!) {
    withdrawResource(input: $input) {
      resource {
        id
        state
        version
        viewerCan {
          edit
          outdate
          withdraw
          restore
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

export const RestoreResourceMutation = graphql(`
  mutation RestoreResourceMutation($input: ResourceActInput!) {
    restoreResource(input: $input) {
      resource {
        id
        state
        version
        viewerCan {
          edit
          outdate
          withdraw
          restore
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

export const LockHarvestedFieldsMutation = graphql(`
  mutation LockHarvestedFieldsMutation($input: LockHarvestedFieldsInput!) {
    lockHarvestedFields(input: $input) {
      resource {
        id
        source {
          lockedFields
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

export const PromoteResourceMutation = graphql(`
  mutation PromoteResourceMutation($input: PromoteResourceInput!) {
    promoteResource(input: $input) {
      resource {
        id
        promotedAt
        version
        viewerCan {
          promote
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
