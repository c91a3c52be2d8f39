import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { EndDialog } from './EndDialog.js';

const EndSchoolQuery = graphql(`
  query EndSchoolQuery($search: String!, $within: ID!) {
    schools(first: 8, search: $search, within: $within) {
      edges {
        node {
          id
          name
          lang
          city
          state
        }
      }
    }
  }
`);

const ChangeSchoolStateMutation = graphql(`
  mutation ChangeSchoolStateMutation($input: ChangeSchoolStateInput!) {
    changeSchoolState(input: $input) {
      school {
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

/** Closes a school, or merges it into another of its county. */
export function EndSchool({
  school,
  onEnded,
  onRefresh,
  onClose,
}: {
  school: { id: string; version: number; name: string; county: { id: string } };
  onEnded: () => void;
  onRefresh: () => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(EndSchoolQuery, { variables: { search, within: school.county.id } });
  const [change, state] = useCommand(ChangeSchoolStateMutation, { refetch: ['SchoolPageQuery'], onDone: onEnded });
  return (
    <EndDialog
      name={school.name}
      state={state}
      searching={loading}
      options={((data ?? previousData)?.schools.edges ?? [])
        .filter(({ node }) => node.id !== school.id && node.state === 'ACTIVE')
        .map(({ node }) => ({ value: node.id, label: node.name, lang: node.lang, hint: node.city }))}
      onQuery={setTyped}
      onEnd={(ending) => void change({ id: school.id, expectedVersion: school.version, ...ending })}
      onRefresh={onRefresh}
      onClose={onClose}
    />
  );
}
