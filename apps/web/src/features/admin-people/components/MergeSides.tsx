import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { DataTable, StatusMark } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import type { Side } from './merge-operations.js';
import { MARKS } from './PeopleTable.js';

interface Line {
  key: string;
  label: string;
  show: (side: Side) => ReactNode;
}

/** The account that stays and the one that goes, line by line. */
export function MergeSides({ keep, away }: { keep: Side; away: Side }) {
  const { formatMessage } = useIntl();
  return (
    <DataTable
      caption={formatMessage({ id: 'admin.merge.sides' })}
      captionHidden
      rows={useLines()}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', header: formatMessage({ id: 'admin.merge.what' }), cell: ({ label }) => label, whole: true },
        { key: 'keep', header: formatMessage({ id: 'admin.merge.stays' }), cell: ({ show }) => show(keep) },
        { key: 'away', header: formatMessage({ id: 'admin.merge.goes' }), cell: ({ show }) => show(away) },
      ]}
    />
  );
}

function useLines(): Line[] {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const list = (names: readonly string[]) => (names.length === 0 ? '–' : formats.list([...names]));
  const day = (at: string | null | undefined) => (at ? formats.shortDate(at) : '–');
  return [
    {
      key: 'name',
      label: formatMessage({ id: 'admin.people.name' }),
      show: ({ person }) => <Link to={href(personPath(person))}>{person.displayName}</Link>,
    },
    { key: 'handle', label: formatMessage({ id: 'admin.merge.handle' }), show: ({ person }) => person.handle },
    { key: 'email', label: formatMessage({ id: 'admin.people.email' }), show: ({ person }) => person.account?.email ?? '–' },
    {
      key: 'status',
      label: formatMessage({ id: 'admin.people.status' }),
      show: ({ person: { account } }) =>
        account && <StatusMark status={MARKS[account.status]}>{formatMessage({ id: `admin.status.${account.status}` })}</StatusMark>,
    },
    { key: 'created', label: formatMessage({ id: 'admin.merge.created' }), show: ({ person }) => day(person.account?.createdAt) },
    { key: 'seen', label: formatMessage({ id: 'admin.people.lastSignIn' }), show: ({ person }) => day(person.account?.lastSignInAt) },
    {
      key: 'schools',
      label: formatMessage({ id: 'admin.merge.schools' }),
      show: ({ person }) => list(person.affiliations.map(({ school, body }) => school?.name ?? body)),
    },
    {
      key: 'roles',
      label: formatMessage({ id: 'admin.merge.roles' }),
      show: ({ person }) =>
        list(
          person.appointments.map(({ role, scope }) =>
            [formatMessage({ id: `appointments.roleName.${role}` }), scope && scope.kind !== 'EVERYTHING' ? scope.name : '']
              .filter(Boolean)
              .join(' · '),
          ),
        ),
    },
    { key: 'networks', label: formatMessage({ id: 'admin.merge.networks' }), show: ({ networks }) => list(networks) },
    {
      key: 'written',
      label: formatMessage({ id: 'admin.merge.written' }),
      show: ({ threads, posts, reports }) => formatMessage({ id: 'admin.merge.writtenCounts' }, { threads, posts, reports }),
    },
  ];
}
