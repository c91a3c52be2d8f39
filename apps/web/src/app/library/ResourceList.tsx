import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { resourcePath } from '../../features/library/paths.js';
import { graphql, type FragmentOf } from '../api/graphql.js';
import { useHref } from '../i18n/use-language.js';

/** A resource as it stands in a list on somebody's page. */
export const ResourceList_resource = graphql(`
  fragment ResourceList_resource on Resource {
    id
    slug
    title
    lang
    kind
    outcome
  }
`);

/** Resources, each with its kind and what one can do after it. */
export function ResourceList({ resources }: { resources: readonly FragmentOf<typeof ResourceList_resource>[] }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <ul className="resource-list">
      {resources.map((each) => (
        <li key={each.id}>
          <Link className="link" to={href(resourcePath(each))} lang={each.lang}>
            {each.title}
          </Link>
          <span className="meta">{formatMessage({ id: `library.kind.${each.kind}` })}</span>
          {each.outcome && <p lang={each.lang}>{each.outcome}</p>}
        </li>
      ))}
    </ul>
  );
}
