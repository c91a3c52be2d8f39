import { graphql } from '../../app/api/graphql.js';

export const NetworkWelcomeQuery = graphql(`
  query NetworkWelcomeQuery($network: String!) {
    networkWelcome(network: $network) {
      networkId
      body
      html
      lang
      greets
      version
    }
  }
`);

export const SetWelcomeMutation = graphql(`
  mutation SetWelcomeMutation($input: SetWelcomeInput!) {
    setWelcome(input: $input) {
      welcome {
        networkId
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

export const PutWelcomeAsideMutation = graphql(`
  mutation PutWelcomeAsideMutation($input: PutWelcomeAsideInput!) {
    putWelcomeAside(input: $input) {
      welcome {
        networkId
        greets
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const WriteToMembersMutation = graphql(`
  mutation WriteToMembersMutation($input: WriteToMembersInput!) {
    writeToMembers(input: $input) {
      recipients
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const StartMemberExportMutation = graphql(`
  mutation StartMemberExportMutation($input: StartMemberExportInput!) {
    startMemberExport(input: $input) {
      export {
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
