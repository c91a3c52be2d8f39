import { useQuery } from '@apollo/client/react';
import type { UseResult } from '@stoa/domain';
import { Flag, ThumbsUp } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, IconButton, Pager, Section, showToast, StatusMark, type Status } from '../../../ui/index.js';
import { later } from '../../../ui/later.js';
import { personPath } from '../../accounts/paths.js';
import type { ResourceShown } from '../resource-operations.js';
import { MarkUsefulMutation, ResourceUsesQuery, TakeBackUseMutation, type UseShown } from '../use-operations.js';
import styles from './Library.module.css';

const ReportResourceDialog = later(() => import('./ReportResourceDialog.js'));
const TellUseDialog = later(() => import('./TellUseDialog.js'));

const PAGE = 10;
const STATUS: Readonly<Record<UseResult, Status>> = { WORKED: 'ok', PARTLY: 'warn', NOT: 'danger' };

/** Who tried it, and how it went; the reader's own account, and whether it was useful. */
export default function Uses({ resource }: { resource: ResourceShown }) {
  const { formatMessage } = useIntl();
  const { viewer } = useViewer();
  const query = useQuery(ResourceUsesQuery, { variables: { id: resource.id, first: PAGE }, fetchPolicy: 'cache-and-network' });
  const [telling, setTelling] = useState(false);
  const [reported, setReported] = useState<UseShown | 'resource' | null>(null);
  const uses = query.data?.resource?.uses;
  const mine = uses?.edges.find(({ node }) => node.mine)?.node ?? null;
  const writes = viewer !== null && (resource.state === 'PUBLISHED' || resource.state === 'OUTDATED');
  return (
    <Section title={formatMessage({ id: 'library.uses' })} count={resource.usesCount} id="uses">
      {uses?.edges.length === 0 && <p>{formatMessage({ id: writes ? 'library.uses.none' : 'library.uses.noneVisitor' })}</p>}
      <ul className={styles['uses']}>
        {uses?.edges.map(({ node }) => (
          <UseItem
            key={node.id}
            use={node}
            resourceId={resource.id}
            onReport={() => setReported(node)}
            onChanged={() => void query.refetch()}
          />
        ))}
      </ul>
      {uses && uses.pageInfo.hasNextPage && (
        <Pager
          shown={uses.edges.length}
          hasMore
          busy={query.loading}
          onMore={() => void query.fetchMore({ variables: { after: uses.pageInfo.endCursor } })}
        />
      )}
      <div className="button-row">
        {writes && (
          <Button onClick={() => setTelling(true)}>{formatMessage({ id: mine ? 'library.uses.change' : 'library.uses.tell' })}</Button>
        )}
        {writes && <Useful resource={resource} own={resource.proposer?.id === viewer.person.id} />}
        <Button kind="subtle" icon={Flag} onClick={() => setReported('resource')}>
          {formatMessage({ id: 'library.report' })}
        </Button>
      </div>
      <Suspense fallback={null}>
        {telling && <TellUseDialog resource={resource} mine={mine} onDone={() => void query.refetch()} onClose={() => setTelling(false)} />}
        {reported && (
          <ReportResourceDialog
            resourceId={resource.id}
            useId={reported === 'resource' ? null : reported.id}
            onClose={() => setReported(null)}
          />
        )}
      </Suspense>
    </Section>
  );
}

/** One press; nobody marks what they brought in. */
function Useful({ resource, own }: { resource: ResourceShown; own: boolean }) {
  const { formatMessage } = useIntl();
  const [mark, state] = useCommand(MarkUsefulMutation);
  if (own) return null;
  return (
    <>
      <Button
        icon={ThumbsUp}
        aria-pressed={resource.useful}
        busy={state.busy}
        onClick={() => void mark({ id: resource.id, useful: !resource.useful })}
      >
        {formatMessage({ id: 'library.useful' }, { count: resource.usefulCount })}
      </Button>
      <CommandProblem state={state} />
    </>
  );
}

function UseItem({
  use,
  resourceId,
  onReport,
  onChanged,
}: {
  use: UseShown;
  resourceId: string;
  onReport: () => void;
  onChanged: () => void;
}) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const { viewer } = useViewer();
  const [takeBack, state] = useCommand(TakeBackUseMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'library.uses.takenBack' }));
      onChanged();
    },
  });
  return (
    <li>
      <p className="meta">
        <StatusMark status={STATUS[use.result]}>{formatMessage({ id: `library.uses.result.${use.result}` })}</StatusMark>
        {use.person && (
          <Link className="link" to={href(personPath(use.person))}>
            {use.person.displayName}
          </Link>
        )}
        {use.school && <span>{use.school}</span>}
        <span>{formats.date(use.editedAt ?? use.toldAt)}</span>
      </p>
      <p className={styles['answer']} lang={use.lang}>
        {use.account}
      </p>
      {use.mine ? (
        <Button kind="quiet" busy={state.busy} onClick={() => void takeBack({ id: resourceId })}>
          {formatMessage({ id: 'library.uses.takeBack' })}
        </Button>
      ) : (
        viewer && <IconButton icon={Flag} label={formatMessage({ id: 'library.uses.report' })} onClick={onReport} />
      )}
      <CommandProblem state={state} />
    </li>
  );
}
