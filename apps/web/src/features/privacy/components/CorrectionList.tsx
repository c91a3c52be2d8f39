import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/index.js';
import { QueryView } from '../../../app/QueryView.js';
import { MarginNote, Pager, StatusMark, TaskRow, type Status } from '../../../ui/index.js';
import { OwnCorrectionsQuery, type OwnCorrection } from '../correction-operations.js';
import styles from './CorrectSection.module.css';

const PAGE = 10;
const MARKS: Readonly<Record<OwnCorrection['state'], Status>> = { OPEN: 'none', DONE: 'ok', DECLINED: 'warn' };

/** What I asked to have corrected, and what became of it; nothing where I never asked. */
export function CorrectionList() {
  const query = useQuery(OwnCorrectionsQuery, { variables: { first: PAGE }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} page={false}>
      {({ ownCorrections: { edges, pageInfo } }) =>
        edges.length > 0 && (
          <>
            <ul className={styles['requests']}>
              {edges.map(({ node }) => (
                <CorrectionRow key={node.id} request={node} />
              ))}
            </ul>
            {(pageInfo.hasNextPage || edges.length > PAGE) && (
              <Pager
                shown={edges.length}
                hasMore={pageInfo.hasNextPage}
                busy={query.loading}
                onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
              />
            )}
          </>
        )
      }
    </QueryView>
  );
}

function CorrectionRow({ request }: { request: OwnCorrection }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const { subject, wrong, correct, state, requestedAt, dueAt, answer, decidedAt } = request;
  return (
    <TaskRow
      margin={
        <MarginNote strong={<StatusMark status={MARKS[state]}>{formatMessage({ id: `privacy.correct.state.${state}` })}</StatusMark>} />
      }
      title={formatMessage({ id: `privacy.correct.subject.${subject}` })}
      detail={
        <>
          <p>
            {formatMessage({ id: 'privacy.correct.wrong' })}: {wrong}
          </p>
          <p>
            {formatMessage({ id: 'privacy.correct.right' })}: {correct}
          </p>
          {answer && (
            <p>
              {formatMessage({ id: 'privacy.correct.answer' })}: {answer}
            </p>
          )}
          <p className="meta">
            {decidedAt
              ? formatMessage({ id: 'privacy.correct.decided' }, { asked: formats.date(requestedAt), date: formats.date(decidedAt) })
              : formatMessage({ id: 'privacy.correct.waits' }, { asked: formats.date(requestedAt), date: formats.date(dueAt) })}
          </p>
        </>
      }
    />
  );
}
