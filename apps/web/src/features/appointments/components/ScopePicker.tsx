import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { Combobox, type ComboboxOption } from '../../../ui/index.js';
import type { Role } from '../appointment-operations.js';

const ScopePickerQuery = graphql(`
  query ScopePickerQuery($role: Role!, $territoryId: ID, $search: String!) {
    appointableScopes(role: $role, territoryId: $territoryId, search: $search, first: 12) {
      kind
      id
      name
      path
    }
  }
`);

interface Props {
  role: Role;
  territoryId: string | null;
  value: ComboboxOption | null;
  onChange: (scope: ComboboxOption | null) => void;
  error: string | undefined;
}

/** Finds what somebody is appointed for: a network, structure, centre, school or territory. */
export function ScopePicker({ role, territoryId, value, onChange, error }: Props) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(ScopePickerQuery, { variables: { role, territoryId, search } });
  const scopes = (data ?? previousData)?.appointableScopes ?? [];
  return (
    <Combobox
      id="scopeId"
      label={formatMessage({ id: 'appointments.scope' })}
      error={error}
      value={value}
      onChange={onChange}
      onQuery={setTyped}
      busy={loading}
      options={scopes.map(({ id, name, kind }) => ({ value: id, label: name, hint: formatMessage({ id: `appointments.kind.${kind}` }) }))}
    />
  );
}
