import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NetworkTabs } from '../../../app/network/NetworkTabs.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { ButtonLink, EmptyState, PageHeader, Pager, SheetRow, Skeleton } from '../../../ui/index.js';
import { networkPath, networksPath } from '../../networks/paths.js';
import styles from '../components/Moderation.module.css';
import { DecisionLogPageQuery, type LoggedDecision } from '../log-operations.js';
import { reasonsPath } from '../paths.js';

/** How is this network moderated? Every decision with its reason, and no person. */
export function Component() {
  const { network: slug = '' } = useParams();
  const { formatMessage } = useIntl();
  const href = useHref();
  const query = useQuery(DecisionLogPageQuery, { variables: { network: slug }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ networkDecisions: log, reasonTemplates }) =>
        log ? (
          <SheetRow>
            <PageHeader
              title={formatMessage({ id: 'moderation.log.title' })}
              crumbs={[
                { label: formatMessage({ id: 'discussions.crumb.networks' }), to: href(networksPath()) },
                { label: log.networkName, to: href(networkPath({ slug })) },
              ]}
              lead={formatMessage({ id: 'moderation.log.lead' })}
              actions={
                reasonTemplates && (
                  <ButtonLink to={href(reasonsPath({ slug }))}>{formatMessage({ id: 'moderation.reasons.title' })}</ButtonLink>
                )
              }
            >
              <NetworkTabs slug={slug} inside />
            </PageHeader>
            {log.decisions.edges.length === 0 ? (
              <EmptyState title={formatMessage({ id: 'moderation.log.empty' })}>
                {formatMessage({ id: 'moderation.log.emptyText' })}
              </EmptyState>
            ) : (
              <ol className={styles['log']}>
                {log.decisions.edges.map(({ node }) => (
                  <Entry key={node.id} decision={node} />
                ))}
              </ol>
            )}
            <Pager
              shown={log.decisions.edges.length}
              hasMore={log.decisions.pageInfo.hasNextPage}
              busy={query.loading}
              onMore={() => void query.fetchMore({ variables: { after: log.decisions.pageInfo.endCursor } })}
            />
          </SheetRow>
        ) : (
          <NotFoundPage />
        )
      }
    </QueryView>
  );
}

function Entry({ decision }: { decision: LoggedDecision }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  return (
    <li data-row tabIndex={-1}>
      <time className="meta" dateTime={decision.decidedAt}>
        {formats.date(decision.decidedAt)}
      </time>
      <div>
        <p>
          {formatMessage({ id: `moderation.subject.${decision.subjectType}` })}:{' '}
          <strong>{formatMessage({ id: `moderation.kind.${decision.kind}` })}</strong>
          {decision.reversed && <span className="meta"> · {formatMessage({ id: 'moderation.log.reversed' })}</span>}
        </p>
        {decision.reason === null ? (
          <p className="meta">{formatMessage({ id: 'moderation.log.reasonPrivate' })}</p>
        ) : (
          decision.reason && <p>{decision.reason}</p>
        )}
      </div>
    </li>
  );
}
