import { graphql } from '../../app/api/graphql.js';

/** What every page of a network shows above its own content. */
export const NetworkHeader_network = graphql(`
  fragment NetworkHeader_network on Network {
    id
    slug
    name
    lang
    kind
    vacant
    county {
      id
      slug
      name {
        lang
        text
      }
    }
    year {
      id
      year
      state
      version
    }
    viewerCan {
      readMembers
      edit
      admit
      changeState
      openYear
      appointCoordinator
    }
  }
`);

export const CreateNetworkMutation = graphql(`
  mutation CreateNetworkMutation($input: CreateNetworkInput!) {
    createNetwork(input: $input) {
      network {
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

export const EditNetworkMutation = graphql(`
  mutation EditNetworkMutation($input: EditNetworkInput!) {
    editNetwork(input: $input) {
      network {
        id
        name
        lang
        kind
        professions
        levels
        purpose
        joiningRule
        promotion
        promotionHtml
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

export const PromoteNetworkMutation = graphql(`
  mutation PromoteNetworkMutation($input: PromoteNetworkInput!) {
    promoteNetwork(input: $input) {
      network {
        id
        promotedAt
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

export const ChangeNetworkYearMutation = graphql(`
  mutation ChangeNetworkYearMutation($input: ChangeNetworkYearInput!) {
    changeNetworkYear(input: $input) {
      network {
        id
        year {
          id
          year
          state
          version
        }
        years {
          id
          year
          state
          version
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

export const OpenNetworkYearMutation = graphql(`
  mutation OpenNetworkYearMutation($input: OpenNetworkYearInput!) {
    openNetworkYear(input: $input) {
      network {
        id
        nextYear
        year {
          id
          year
          state
          version
        }
        years {
          id
          year
          state
          version
        }
        viewerCan {
          openYear
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
