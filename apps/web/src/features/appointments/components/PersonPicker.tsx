import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { Combobox, type ComboboxOption } from '../../../ui/index.js';

const PersonPickerQuery = graphql(`
  query PersonPickerQuery($search: String!) {
    people(first: 10, search: $search) {
      edges {
        node {
          id
          handle
          displayName
        }
      }
    }
  }
`);

/** Finds people of the viewer's scope by name, whatever the accents. */
export function PersonPicker({
  value,
  onChange,
  error,
}: {
  value: ComboboxOption | null;
  onChange: (person: ComboboxOption | null) => void;
  error: string | undefined;
}) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(PersonPickerQuery, { variables: { search } });
  const people = (data ?? previousData)?.people.edges ?? [];
  return (
    <Combobox
      id="personId"
      label={formatMessage({ id: 'appointments.person' })}
      hint={formatMessage({ id: 'appointments.personHint' })}
      error={error}
      value={value}
      onChange={onChange}
      onQuery={setTyped}
      busy={loading}
      options={people.map(({ node }) => ({ value: node.id, label: node.displayName, hint: node.handle }))}
    />
  );
}
