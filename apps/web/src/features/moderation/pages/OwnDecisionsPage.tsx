import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, EmptyState, MarginNote, PageHeader, Pager, SheetRow, Skeleton, StatusMark } from '../../../ui/index.js';
import { OwnDecisionsPageQuery, type OwnDecisionShown } from '../appeal-operations.js';
import { AppealDialog } from '../components/AppealDialog.js';
import styles from '../components/Moderation.module.css';

/** What was decided about me, why, and what became of my appeal? */
export function Component() {
  const { formatMessage } = useIntl();
  const query = useQuery(OwnDecisionsPageQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ decisionsOnViewer: { edges, pageInfo } }) => (
        <>
          <SheetRow>
            <PageHeader title={formatMessage({ id: 'moderation.own.title' })} lead={formatMessage({ id: 'moderation.own.lead' })} />
          </SheetRow>
          {edges.length === 0 ? (
            <SheetRow>
              <EmptyState title={formatMessage({ id: 'moderation.own.empty' })}>
                {formatMessage({ id: 'moderation.own.emptyText' })}
              </EmptyState>
            </SheetRow>
          ) : (
            edges.map(({ node }) => <OwnDecision key={node.decisionId} decision={node} />)
          )}
          <SheetRow>
            <Pager
              shown={edges.length}
              hasMore={pageInfo.hasNextPage}
              busy={query.loading}
              onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
            />
          </SheetRow>
        </>
      )}
    </QueryView>
  );
}

function OwnDecision({ decision }: { decision: OwnDecisionShown }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const [appealing, setAppealing] = useState(false);
  return (
    <SheetRow
      margin={
        <div className={styles['margin']}>
          <MarginNote strong={formats.shortDate(decision.decidedAt)}>
            {formatMessage({ id: `moderation.kind.${decision.kind}` })}
          </MarginNote>
        </div>
      }
    >
      <article className={styles['item']} data-row tabIndex={-1}>
        <h2>
          <Link to={href(decision.path)}>{decision.title}</Link>
        </h2>
        <p className="meta">
          <span className={styles['phone']}>
            {formats.shortDate(decision.decidedAt)} · {formatMessage({ id: `moderation.kind.${decision.kind}` })} ·{' '}
          </span>
          {formatMessage({ id: `moderation.subject.${decision.subjectType}` })} ·{' '}
          <span lang={decision.networkLang}>{decision.networkName}</span>
        </p>
        {decision.reason && (
          <p>
            <strong>{formatMessage({ id: 'moderation.own.reason' })}</strong> {decision.reason}
          </p>
        )}
        <Outcome decision={decision} />
        {decision.canAppeal && (
          <div className="button-row">
            <Button onClick={() => setAppealing(true)}>{formatMessage({ id: 'moderation.appeal.do' })}</Button>
          </div>
        )}
        {appealing && <AppealDialog decisionId={decision.decisionId} onClose={() => setAppealing(false)} />}
      </article>
    </SheetRow>
  );
}

/** Where the decision and the appeal against it stand. */
function Outcome({ decision: { appeal, reversed } }: { decision: OwnDecisionShown }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  if (!appeal) return reversed ? <StatusMark status="ok">{formatMessage({ id: 'moderation.own.reversed' })}</StatusMark> : null;
  const status = { OPEN: 'warn', DECISION_KEPT: 'none', DECISION_REVERSED: 'ok' } as const;
  return (
    <div className={styles['appeal']}>
      <StatusMark status={status[appeal.state]}>{formatMessage({ id: `moderation.appeal.state.${appeal.state}` })}</StatusMark>
      <blockquote>{appeal.statement}</blockquote>
      {appeal.state === 'OPEN' && (
        <p className="meta">{formatMessage({ id: 'moderation.appeal.waits' }, { time: formats.dateTime(appeal.dueAt) })}</p>
      )}
      {appeal.answer && (
        <p>
          <strong>{formatMessage({ id: 'moderation.appeal.answer' })}</strong> {appeal.answer}
        </p>
      )}
    </div>
  );
}
