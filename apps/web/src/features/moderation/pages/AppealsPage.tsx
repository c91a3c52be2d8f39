import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { useRowFocus } from '../../../app/keyboard/use-row-focus.js';
import { QueryView } from '../../../app/QueryView.js';
import { ReviewTabs } from '../../../app/review/ReviewTabs.js';
import { Button, EmptyState, Markdown, MarginNote, PageHeader, Pager, SheetRow, Skeleton } from '../../../ui/index.js';
import { AppealsPageQuery, type AppealItemShown } from '../appeal-operations.js';
import { AnswerDialog } from '../components/AnswerDialog.js';
import styles from '../components/Moderation.module.css';

/** Which decisions must I look at again? Appeals, the one that waits longest first. */
export function Component() {
  const { formatMessage } = useIntl();
  const query = useQuery(AppealsPageQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="queue" lines={4} />}>
      {({ appeals: { edges, pageInfo }, viewer }) => (
        <>
          <SheetRow>
            <PageHeader title={formatMessage({ id: 'moderation.appeals.title' })} lead={formatMessage({ id: 'moderation.appeals.lead' })}>
              <ReviewTabs appeals={viewer?.appealsToDecide ?? null} />
            </PageHeader>
          </SheetRow>
          <RowFocus ids={edges.map(({ node }) => node.appeal.id)} />
          {edges.length === 0 ? (
            <SheetRow>
              <EmptyState title={formatMessage({ id: 'moderation.appeals.empty' })}>
                {formatMessage({ id: 'moderation.appeals.emptyText' })}
              </EmptyState>
            </SheetRow>
          ) : (
            edges.map(({ node }) => <AppealItem key={node.appeal.id} item={node} onRefresh={() => void query.refetch()} />)
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

/** Keeps the focus in the list when an appeal was answered. */
function RowFocus({ ids }: { ids: readonly string[] }) {
  useRowFocus(ids);
  return null;
}

function AppealItem({ item, onRefresh }: { item: AppealItemShown; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const [answer, setAnswer] = useState<'UPHOLD' | 'REVERSE' | null>(null);
  const { appeal } = item;
  const due = formatMessage({ id: item.overdue ? 'discussions.review.overdue' : 'discussions.review.dueBy' });
  return (
    <SheetRow
      margin={
        <div className={styles['margin']}>
          <MarginNote strong={formats.shortDate(appeal.dueAt)} tone={item.overdue ? 'danger' : undefined}>
            {due}
          </MarginNote>
        </div>
      }
    >
      <article className={styles['item']} data-row={appeal.id} tabIndex={-1}>
        <h2>
          <Link to={href(item.path)}>{item.title}</Link>
        </h2>
        <p className="meta">
          <span className={item.overdue ? `${styles['phone']} danger` : styles['phone']}>
            {due} {formats.shortDate(appeal.dueAt)} ·{' '}
          </span>
          <span lang={item.networkLang}>{item.networkName}</span> · {formatMessage({ id: `moderation.subject.${item.subjectType}` })} ·{' '}
          {item.author.displayName}
        </p>
        <p>
          <strong>{formatMessage({ id: `moderation.kind.${item.kind}` })}</strong>, {item.decidedBy.displayName},{' '}
          {formats.dateTime(item.decidedAt)}: {item.reason}
        </p>
        <p>
          <strong>{formatMessage({ id: 'moderation.appeals.says' }, { name: item.author.displayName })}</strong>
        </p>
        <blockquote>{appeal.statement}</blockquote>
        <Context item={item} />
        <div className="button-row">
          <Button kind="primary" onClick={() => setAnswer('REVERSE')}>
            {formatMessage({ id: 'moderation.answer.REVERSE' })}
          </Button>
          <Button onClick={() => setAnswer('UPHOLD')}>{formatMessage({ id: 'moderation.answer.UPHOLD' })}</Button>
        </div>
        {answer && <AnswerDialog appeal={appeal} answer={answer} onRefresh={onRefresh} onClose={() => setAnswer(null)} />}
      </article>
    </SheetRow>
  );
}

/** The words in question between the posts before and after them. */
function Context({ item }: { item: AppealItemShown }) {
  const { formatMessage } = useIntl();
  if (item.html === null) return null;
  const no = Number(item.path.split('#p')[1] ?? 0);
  const posts = (after: boolean) => item.around.filter((post) => post.no > no === after);
  return (
    <details className={styles['question']} open>
      <summary>{formatMessage({ id: 'moderation.appeals.context' })}</summary>
      {posts(false).map((post) => (
        <Around key={post.id} post={post} />
      ))}
      <div className={styles['question']}>
        <Markdown html={item.html} lang={item.lang ?? undefined} />
      </div>
      {posts(true).map((post) => (
        <Around key={post.id} post={post} />
      ))}
    </details>
  );
}

function Around({ post }: { post: AppealItemShown['around'][number] }) {
  const { formatMessage } = useIntl();
  return (
    <div className={styles['around']}>
      <p className="meta">
        #{post.no} {post.author?.displayName}
      </p>
      {post.html === null ? (
        <p>{formatMessage({ id: 'moderation.appeals.gap' })}</p>
      ) : (
        <Markdown html={post.html} lang={post.lang ?? undefined} />
      )}
    </div>
  );
}
