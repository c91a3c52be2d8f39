import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { ThreadCategoriesQuery } from '../category-operations.js';
import { categoriesPath, discussionsPath } from '../paths.js';
import styles from '../pages/DiscussionsPage.module.css';

/** Narrows the list to a category, where the network has some; says what belongs there. */
export function CategoryFilter({ network, chosen, show }: { network: { slug: string }; chosen: string | null; show: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { data } = useQuery(ThreadCategoriesQuery, { variables: { network: network.slug }, fetchPolicy: 'cache-and-network' });
  const found = data?.threadCategories;
  if (!found) return null;
  const { categories, networkLang, viewerCanConfigure } = found;
  const shown = show === 'all' ? {} : { show };
  const description = categories.find(({ id }) => id === chosen)?.description;
  return (
    <>
      {categories.length > 0 && (
        <nav className={styles['filters']} aria-label={formatMessage({ id: 'discussions.categories.title' })}>
          <Link to={href(discussionsPath(network, shown))} aria-current={chosen === null ? 'page' : undefined}>
            {formatMessage({ id: 'discussions.categories.all' })}
          </Link>
          {categories.map(({ id, name }) => (
            <Link
              key={id}
              lang={networkLang}
              to={href(discussionsPath(network, { ...shown, category: id }))}
              aria-current={id === chosen ? 'page' : undefined}
            >
              {name}
            </Link>
          ))}
        </nav>
      )}
      {description && <p lang={networkLang}>{description}</p>}
      {viewerCanConfigure && (
        <p>
          <Link className="link" to={href(categoriesPath(network))}>
            {formatMessage({ id: 'discussions.categories.keep' })}
          </Link>
        </p>
      )}
    </>
  );
}
