import { useQuery } from '@apollo/client/react';
import { CheckCheck, Settings2 } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, ButtonLink, EmptyState, PageHeader, Pager, RadioGroup, SheetRow, Skeleton } from '../../../ui/index.js';
import { NoticeGroup } from '../components/NoticeGroup.js';
import { NoticeGroup_group, ReadNoticesMutation } from '../operations.js';
import { noticeSettingsPath } from '../paths.js';
import styles from '../components/NoticeGroup.module.css';

const InboxPageQuery = graphql(
  `
    query InboxPageQuery($after: String, $unread: Boolean) {
      inbox(first: 20, after: $after, unread: $unread) {
        edges {
          node {
            id
            ...NoticeGroup_group
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [NoticeGroup_group],
);
type Groups = ResultOf<typeof InboxPageQuery>['inbox'];

/** What happened that concerns me, and what of it have I not seen? */
export function Component() {
  const [parameters] = useSearchParams();
  const unread = parameters.get('show') === 'unread';
  const query = useQuery(InboxPageQuery, { variables: { unread }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ inbox }) => (
        <SheetRow>
          <Inbox
            groups={inbox}
            unread={unread}
            busy={query.loading}
            onMore={() => void query.fetchMore({ variables: { after: inbox.pageInfo.endCursor } })}
          />
        </SheetRow>
      )}
    </QueryView>
  );
}

interface Shown {
  groups: Groups;
  unread: boolean;
  busy: boolean;
  onMore: () => void;
}

function Inbox({ groups, unread, busy, onMore }: Shown) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [, setParameters] = useSearchParams();
  const [read, state] = useCommand(ReadNoticesMutation, { refetch: ['InboxPageQuery', 'BellQuery'] });
  const shown = groups.edges.map(({ node }) => node);
  const newest = shown[0]?.at;
  return (
    <>
      <PageHeader
        title={formatMessage({ id: 'notifications.inbox.title' })}
        actions={
          <>
            <ButtonLink icon={Settings2} to={href(noticeSettingsPath())}>
              {formatMessage({ id: 'notifications.settings.open' })}
            </ButtonLink>
            {newest && shown.some((group) => group.unread > 0) && (
              <Button icon={CheckCheck} busy={state.busy} onClick={() => void read({ ids: null, until: newest })}>
                {formatMessage({ id: 'notifications.readAll' })}
              </Button>
            )}
          </>
        }
      />
      <RadioGroup
        inline
        name="show"
        label={formatMessage({ id: 'notifications.show' })}
        value={unread ? 'unread' : 'all'}
        choices={[
          { value: 'all', label: formatMessage({ id: 'notifications.show.all' }) },
          { value: 'unread', label: formatMessage({ id: 'notifications.show.unread' }) },
        ]}
        onChange={(value) => setParameters(value === 'unread' ? { show: 'unread' } : {}, { replace: true })}
      />
      <CommandProblem state={state} />
      {shown.length === 0 ? (
        <EmptyState title={formatMessage({ id: unread ? 'notifications.empty.unread' : 'notifications.empty' })}>
          {formatMessage({ id: 'notifications.empty.text' })}
        </EmptyState>
      ) : (
        <ol className={styles['list']}>
          {shown.map((group) => (
            <NoticeGroup key={group.id} group={group} onRead={() => void read({ ids: [group.id], until: group.at })} />
          ))}
        </ol>
      )}
      <Pager shown={shown.length} hasMore={groups.pageInfo.hasNextPage} busy={busy} onMore={onMore} />
    </>
  );
}
