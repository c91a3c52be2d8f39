import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { EndDialog } from './EndDialog.js';

const EndCentreQuery = graphql(`
  query EndCentreQuery($search: String!) {
    centres(first: 8, search: $search) {
      edges {
        node {
          id
          state
          name {
            lang
            text
          }
          territory {
            id
            name {
              text
            }
          }
        }
      }
    }
  }
`);

const EndCentreMutation = graphql(`
  mutation EndCentreMutation($input: ChangeCentreStateInput!) {
    changeCentreState(input: $input) {
      centre {
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

/** Closes a centre, or merges it into another. */
export function EndCentre({
  centre,
  onRefresh,
  onClose,
}: {
  centre: { id: string; version: number; name: { text: string } };
  onRefresh: () => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(EndCentreQuery, { variables: { search } });
  const [change, state] = useCommand(EndCentreMutation, { refetch: ['CentreRegisterQuery'], onDone: onClose });
  return (
    <EndDialog
      name={centre.name.text}
      state={state}
      searching={loading}
      options={((data ?? previousData)?.centres.edges ?? [])
        .filter(({ node }) => node.id !== centre.id && node.state === 'ACTIVE')
        .map(({ node }) => ({ value: node.id, label: node.name.text, lang: node.name.lang, hint: node.territory.name.text }))}
      onQuery={setTyped}
      onEnd={(ending) => void change({ id: centre.id, expectedVersion: centre.version, ...ending })}
      onRefresh={onRefresh}
      onClose={onClose}
    />
  );
}
