import { graphql, type ResultOf } from '../../app/api/graphql.js';

export const SecurityPageQuery = graphql(`
  query SecurityPageQuery {
    viewer {
      id
      email
      rightsWithheld
      security {
        codeAppSince
        recoveryCodesLeft
        passkeys {
          id
          name
          createdAt
          lastUsedAt
          version
        }
      }
    }
  }
`);

/** How the person signs in, as the page shows it. */
export type Security = NonNullable<ResultOf<typeof SecurityPageQuery>['viewer']>['security'];
export type Passkey = Security['passkeys'][number];

export const StartCodeAppMutation = graphql(`
  mutation StartCodeAppMutation {
    startCodeApp {
      secret
      picture
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const ConfirmCodeAppMutation = graphql(`
  mutation ConfirmCodeAppMutation($input: CodeInput!) {
    confirmCodeApp(input: $input) {
      done
      recoveryCodes
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const TurnOffCodeAppMutation = graphql(`
  mutation TurnOffCodeAppMutation {
    turnOffCodeApp {
      done
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const RenewRecoveryCodesMutation = graphql(`
  mutation RenewRecoveryCodesMutation {
    renewRecoveryCodes {
      done
      recoveryCodes
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const NewPasskeyQuery = graphql(`
  query NewPasskeyQuery {
    passkeyOptions(purpose: ADD)
  }
`);

export const AddPasskeyMutation = graphql(`
  mutation AddPasskeyMutation($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      done
      recoveryCodes
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const RenamePasskeyMutation = graphql(`
  mutation RenamePasskeyMutation($input: RenamePasskeyInput!) {
    renamePasskey(input: $input) {
      done
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const RemovePasskeyMutation = graphql(`
  mutation RemovePasskeyMutation($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      done
      userErrors {
        code
        path
        message
      }
    }
  }
`);
