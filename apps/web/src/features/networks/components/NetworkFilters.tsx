import { NETWORK_KINDS, NETWORK_YEAR_STATES } from '@stoa/domain';
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { Button, Combobox, SelectField, TextField } from '../../../ui/index.js';
import styles from './NetworkFilters.module.css';

const NetworkFilterCountiesQuery = graphql(`
  query NetworkFilterCountiesQuery($first: Int!, $search: String) {
    territories(first: $first, kind: COUNTY, search: $search) {
      edges {
        node {
          id
          slug
          name {
            lang
            text
          }
        }
      }
    }
  }
`);

const NetworkFilterCountyQuery = graphql(`
  query NetworkFilterCountyQuery($slug: String!) {
    territory(slug: $slug) {
      id
      slug
      name {
        lang
        text
      }
    }
  }
`);

/** The filters of the list as the address holds them. */
export interface Filters {
  query: string;
  kind: string;
  state: string;
  county: string;
}

/** The words of a search go into the address when typing pauses this long, in milliseconds. */
const PAUSE = 300;

/** Search, kind, state and county; what is set stands in the address. */
export function NetworkFilters({
  filters,
  onChange,
  onClear,
}: {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
  onClear: () => void;
}) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState(filters.query);
  useEffect(() => setTyped(filters.query), [filters.query]);
  useEffect(() => {
    if (typed === filters.query) return;
    const timer = setTimeout(() => onChange({ query: typed }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, filters.query, onChange]);
  const any = Object.values(filters).some(Boolean);
  return (
    <form
      className={styles['filters']}
      role="search"
      aria-label={formatMessage({ id: 'networks.filters' })}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ query: typed });
      }}
    >
      <TextField
        type="search"
        label={formatMessage({ id: 'networks.filter.query' })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <CountyFilter slug={filters.county} onChange={(county) => onChange({ county })} />
      <SelectField
        label={formatMessage({ id: 'networks.filter.kind' })}
        placeholder={formatMessage({ id: 'networks.filter.any' })}
        value={filters.kind}
        onChange={(event) => onChange({ kind: event.target.value })}
        choices={NETWORK_KINDS.map((kind) => ({ value: kind, label: formatMessage({ id: `networks.kind.${kind}` }) }))}
      />
      <SelectField
        label={formatMessage({ id: 'networks.filter.state' })}
        placeholder={formatMessage({ id: 'networks.filter.any' })}
        value={filters.state}
        onChange={(event) => onChange({ state: event.target.value })}
        choices={NETWORK_YEAR_STATES.map((state) => ({ value: state, label: formatMessage({ id: `networks.state.${state}` }) }))}
      />
      {any && (
        <Button kind="subtle" onClick={onClear}>
          {formatMessage({ id: 'networks.filter.clear' })}
        </Button>
      )}
    </form>
  );
}

function CountyFilter({ slug, onChange }: { slug: string; onChange: (slug: string) => void }) {
  const { formatMessage } = useIntl();
  const [search, setSearch] = useState('');
  const { data, loading } = useQuery(NetworkFilterCountiesQuery, { variables: { first: 20, search } });
  const { data: chosen } = useQuery(NetworkFilterCountyQuery, { variables: { slug }, skip: slug === '' });
  const county = slug === '' ? null : (chosen?.territory ?? null);
  return (
    <Combobox
      label={formatMessage({ id: 'networks.filter.county' })}
      placeholder={formatMessage({ id: 'networks.filter.any' })}
      value={county && { value: county.slug, label: county.name.text, lang: county.name.lang }}
      onChange={(option) => onChange(option?.value ?? '')}
      onQuery={setSearch}
      busy={loading}
      options={data?.territories.edges.map(({ node }) => ({ value: node.slug, label: node.name.text, lang: node.name.lang })) ?? []}
    />
  );
}
