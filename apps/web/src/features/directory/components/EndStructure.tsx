import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { EndDialog } from './EndDialog.js';

const EndStructureQuery = graphql(`
  query EndStructureQuery($search: String!, $within: ID!) {
    structures(first: 8, search: $search, within: $within) {
      edges {
        node {
          id
          state
          name {
            lang
            text
          }
        }
      }
    }
  }
`);

const ChangeStructureStateMutation = graphql(`
  mutation ChangeStructureStateMutation($input: ChangeStructureStateInput!) {
    changeStructureState(input: $input) {
      structure {
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

/** Closes a structure, or merges it into another of its centre's territory. */
export function EndStructure({
  structure,
  onEnded,
  onRefresh,
  onClose,
}: {
  structure: { id: string; version: number; name: { text: string }; centre: { territory: { id: string } } };
  onEnded: () => void;
  onRefresh: () => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(EndStructureQuery, {
    variables: { search, within: structure.centre.territory.id },
  });
  const [change, state] = useCommand(ChangeStructureStateMutation, { refetch: ['StructurePageQuery'], onDone: onEnded });
  return (
    <EndDialog
      name={structure.name.text}
      state={state}
      searching={loading}
      options={((data ?? previousData)?.structures.edges ?? [])
        .filter(({ node }) => node.id !== structure.id && node.state === 'ACTIVE')
        .map(({ node }) => ({ value: node.id, label: node.name.text, lang: node.name.lang }))}
      onQuery={setTyped}
      onEnd={(ending) => void change({ id: structure.id, expectedVersion: structure.version, ...ending })}
      onRefresh={onRefresh}
      onClose={onClose}
    />
  );
}
