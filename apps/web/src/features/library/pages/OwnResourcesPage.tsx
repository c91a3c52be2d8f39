import { useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import {
  ButtonLink,
  EmptyState,
  MarginNote,
  PageHeader,
  Pager,
  SheetRow,
  Skeleton,
  StatusMark,
  TaskRow,
  type Status,
} from '../../../ui/index.js';
import { editResourcePath, libraryPath, newResourcePath, resourcePath } from '../paths.js';
import { OwnResourcesQuery, type ResourceRowShown } from '../resource-operations.js';

const PAGE = 30;

/** What became of what I proposed? */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const query = useQuery(OwnResourcesQuery, { variables: { first: PAGE }, fetchPolicy: 'cache-and-network' });
  const begin = (
    <ButtonLink kind="primary" icon={Plus} to={href(newResourcePath())}>
      {formatMessage({ id: 'library.new' })}
    </ButtonLink>
  );
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={6} />}>
      {({ ownResources: { edges, pageInfo } }) => (
        <SheetRow>
          <PageHeader
            title={formatMessage({ id: 'library.mine' })}
            crumbs={[{ label: formatMessage({ id: 'library.title' }), to: href(libraryPath()) }]}
            actions={edges.length > 0 && begin}
          />
          {edges.length === 0 ? (
            <EmptyState title={formatMessage({ id: 'library.mine.none' })} action={begin}>
              {formatMessage({ id: 'library.mine.noneHint' })}
            </EmptyState>
          ) : (
            <>
              <ul>
                {edges.map(({ node }) => (
                  <OwnRow key={node.id} resource={node} />
                ))}
              </ul>
              <Pager
                shown={edges.length}
                hasMore={pageInfo.hasNextPage}
                busy={query.loading}
                onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
              />
            </>
          )}
        </SheetRow>
      )}
    </QueryView>
  );
}

/** The state that matters to who proposed it, and its shape. */
function stateOf({ state, open }: ResourceRowShown): { key: string; status: Status } {
  if (open?.state === 'SUBMITTED') return { key: 'SUBMITTED', status: 'warn' };
  if (open && open.remarks.length > 0) return { key: 'RETURNED', status: 'danger' };
  if (state === 'PUBLISHED' && open) return { key: 'PUBLISHED_DRAFT', status: 'ok' };
  return { key: state, status: state === 'PUBLISHED' ? 'ok' : state === 'DRAFT' ? 'none' : 'warn' };
}

function OwnRow({ resource }: { resource: ResourceRowShown }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const { key, status } = stateOf(resource);
  const writes = resource.open?.state === 'DRAFT';
  const to = href(writes ? editResourcePath(resource) : resourcePath(resource));
  return (
    <TaskRow
      margin={
        <MarginNote strong={formats.shortDate(resource.changedAt)}>{formatMessage({ id: `library.kind.${resource.kind}` })}</MarginNote>
      }
      title={resource.open?.title ?? resource.title}
      lang={resource.lang}
      to={to}
      detail={
        <>
          <StatusMark status={status}>{formatMessage({ id: `library.own.${key}` })}</StatusMark>{' '}
          {resource.owner && <span lang={resource.owner.lang}>{resource.owner.name}</span>}
        </>
      }
      actions={<ButtonLink to={to}>{formatMessage({ id: writes ? 'library.goOnWriting' : 'library.openIt' })}</ButtonLink>}
    />
  );
}
