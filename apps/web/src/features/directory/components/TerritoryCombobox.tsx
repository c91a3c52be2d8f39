import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { graphql, type VariablesOf } from '../../../app/api/graphql.js';
import { Combobox, type ComboboxOption } from '../../../ui/index.js';

const TerritoryComboboxQuery = graphql(`
  query TerritoryComboboxQuery($kind: TerritoryKind!, $search: String!) {
    territories(first: 8, kind: $kind, search: $search) {
      edges {
        node {
          id
          code
          name {
            lang
            text
          }
        }
      }
    }
  }
`);

/** A territory of a kind, typed and chosen; its code tells namesakes apart. */
export function TerritoryCombobox({
  id,
  kind,
  label,
  value,
  error,
  onChange,
}: {
  id: string;
  kind: VariablesOf<typeof TerritoryComboboxQuery>['kind'];
  label: ReactNode;
  value: ComboboxOption | null;
  error: string | undefined;
  onChange: (option: ComboboxOption | null) => void;
}) {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(TerritoryComboboxQuery, { variables: { kind, search } });
  return (
    <Combobox
      id={id}
      label={label}
      value={value}
      error={error}
      busy={loading}
      onQuery={setTyped}
      onChange={onChange}
      options={((data ?? previousData)?.territories.edges ?? []).map(({ node }) => ({
        value: node.id,
        label: node.name.text,
        lang: node.name.lang,
        hint: node.code,
      }))}
    />
  );
}
