import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { DataTable } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import type { AuditEntry } from '../audit-operations.js';
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

function Detail({ entry: { act, actor, subjectType, subjectId, detail, requestId, subject } }: { entry: AuditEntry }) {
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
      <dl lang="en">
        {pairs.map(({ key, value }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to={href(auditPath({ subject: subjectId }))}>{formatMessage({ id: 'audit.ofRecord' })}</Link>
        {actor && (
          <Link to={href(auditPath({ actor: actor.id }))}>{formatMessage({ id: 'audit.ofPerson' }, { name: actor.displayName })}</Link>
        )}
      </p>
    </details>
  );
}
