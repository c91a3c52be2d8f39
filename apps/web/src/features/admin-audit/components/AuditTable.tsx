import { skipToken, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, DataTable } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import { AuditPersonalQuery, type AuditEntry } from '../audit-operations.js';
import { auditPath } from '../paths.js';
import styles from './Audit.module.css';
import { useActWords } from './use-act-words.js';
import { useSubjectTypes } from './use-subject-types.js';

/** Entries of the log, newest first. Exports and the program's own log name acts by their codes. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  return (
    <DataTable
      caption={formatMessage({ id: 'audit.title' })}
      captionHidden
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'at',
          header: formatMessage({ id: 'audit.when' }),
          cell: ({ at }) => (
            <span className={styles['when']}>
              {formats.shortDate(at)} <small>{formats.time(at)}</small>
            </span>
          ),
        },
        { key: 'actor', header: formatMessage({ id: 'audit.who' }), cell: (entry) => <Actor entry={entry} /> },
        { key: 'act', header: formatMessage({ id: 'audit.act' }), cell: ({ act }) => <Act act={act} /> },
        { key: 'subject', header: formatMessage({ id: 'audit.subject' }), cell: (entry) => <Subject entry={entry} />, whole: true },
        {
          key: 'detail',
          header: <span className="unseen">{formatMessage({ id: 'audit.detail' })}</span>,
          cell: (entry) => <Detail entry={entry} />,
          whole: true,
        },
      ]}
    />
  );
}

function Actor({ entry: { actor, actorErased } }: { entry: AuditEntry }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  if (actor) return <Link to={href(personPath(actor))}>{actor.displayName}</Link>;
  return <span className="muted">{formatMessage({ id: actorErased ? 'audit.erased' : 'audit.itself' })}</span>;
}

function Act({ act }: { act: string }) {
  const actWords = useActWords();
  return (
    actWords(act) ?? (
      <code className={styles['code']} lang="en">
        {act}
      </code>
    )
  );
}

function Subject({ entry: { subject, subjectType } }: { entry: AuditEntry }) {
  const href = useHref();
  const typeName = useSubjectTypes();
  if (!subject) return <span className="muted">{typeName(subjectType)}</span>;
  return (
    <>
      <Link to={href(subject.path)}>{subject.name}</Link> <small>{typeName(subjectType)}</small>
    </>
  );
}

function Detail({ entry: { id, act, actor, subjectType, subjectId, detail, hasPersonal, requestId, subject } }: { entry: AuditEntry }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const actWords = useActWords();
  const typeName = useSubjectTypes();
  const pairs = [{ key: subjectType, value: subjectId }, ...detail, ...(requestId ? [{ key: 'requestId', value: requestId }] : [])];
  return (
    <details className={styles['detail']}>
      <summary>
        {formatMessage({ id: 'audit.detail' })}
        <span className="unseen">
          : {actWords(act) ?? act}, {subject?.name ?? typeName(subjectType)}
        </span>
      </summary>
      <Pairs of={pairs} />
      {hasPersonal && <Personal entryId={id} />}
      <p>
        <Link to={href(auditPath({ subject: subjectId }))}>{formatMessage({ id: 'audit.ofRecord' })}</Link>
        {actor && (
          <Link to={href(auditPath({ actor: actor.id }))}>{formatMessage({ id: 'audit.ofPerson' }, { name: actor.displayName })}</Link>
        )}
      </p>
    </details>
  );
}

function Pairs({ of }: { of: readonly { key: string; value: string }[] }) {
  return (
    <dl lang="en">
      {of.map(({ key, value }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What names somebody is shown when it is asked for, since every look at it is noted. */
function Personal({ entryId }: { entryId: string }) {
  const { formatMessage } = useIntl();
  const [isAsked, setAsked] = useState(false);
  const query = useQuery(AuditPersonalQuery, isAsked ? { variables: { entryId }, fetchPolicy: 'no-cache' } : skipToken);
  if (!isAsked)
    return (
      <p>
        <Button onClick={() => setAsked(true)}>{formatMessage({ id: 'audit.personal' })}</Button>{' '}
        <span className="meta">{formatMessage({ id: 'audit.personalHint' })}</span>
      </p>
    );
  return (
    <QueryView query={query} page={false}>
      {({ auditPersonal }) =>
        auditPersonal.length === 0 ? <p className="meta">{formatMessage({ id: 'audit.personalGone' })}</p> : <Pairs of={auditPersonal} />
      }
    </QueryView>
  );
}
