import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { SelectField } from '../../../ui/index.js';
import { ThreadCategoriesQuery, type Category } from '../category-operations.js';

/** Where a new discussion belongs, among the categories in which the author may begin one; nothing where the network has none. */
export function CategoryField({
  network,
  value,
  error,
  onChange,
}: {
  network: string;
  value: string;
  error: string | undefined;
  onChange: (id: string, defaultKind: Category['defaultKind']) => void;
}) {
  const { formatMessage } = useIntl();
  const { data } = useQuery(ThreadCategoriesQuery, { variables: { network } });
  const categories = (data?.threadCategories?.categories ?? []).filter(({ viewerCanStart }) => viewerCanStart);
  if (categories.length === 0) return null;
  const chosen = categories.find(({ id }) => id === value);
  return (
    <SelectField
      id="categoryId"
      label={formatMessage({ id: 'discussions.categories.one' })}
      hint={chosen?.description}
      error={error}
      optional
      placeholder={formatMessage({ id: 'discussions.categories.none' })}
      choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen ? value : ''}
      onChange={({ target }) => onChange(target.value, categories.find(({ id }) => id === target.value)?.defaultKind ?? null)}
    />
  );
}
