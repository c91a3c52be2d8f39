import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { SelectField } from '../../../ui/index.js';

const SearchCategoriesQuery = graphql(`
  query SearchCategoriesQuery($network: String!) {
    threadCategories(network: $network) {
      categories {
        id
        name
      }
    }
  }
`);

/** The category to search in, where the network has some. */
export function CategoryField({ network, value, onChange }: { network: string; value: string; onChange: (category: string) => void }) {
  const { formatMessage } = useIntl();
  const { data } = useQuery(SearchCategoriesQuery, { variables: { network } });
  const categories = data?.threadCategories?.categories ?? [];
  if (categories.length === 0) return null;
  return (
    <SelectField
      id="category"
      label={formatMessage({ id: 'search.category' })}
      placeholder={formatMessage({ id: 'search.category.all' })}
      choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
