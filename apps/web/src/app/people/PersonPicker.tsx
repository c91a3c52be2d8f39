import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { graphql } from '../api/graphql.js';
import { Combobox, type ComboboxOption } from '../../ui/Combobox.js';

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
  ...field
}: {
  /** The field's name in the errors of a command. */
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
  value: ComboboxOption | null;
  onChange: (person: ComboboxOption | null) => void;
}) {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(PersonPickerQuery, { variables: { search } });
  const people = (data ?? previousData)?.people.edges ?? [];
  return (
    <Combobox
      {...field}
      value={value}
      onChange={onChange}
      onQuery={setTyped}
      busy={loading}
      options={people.map(({ node }) => ({ value: node.id, label: node.displayName, hint: node.handle }))}
    />
  );
}
