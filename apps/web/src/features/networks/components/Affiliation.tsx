import { useIntl } from 'react-intl';
import type { FragmentOf } from '../../../app/api/graphql.js';
import type { MemberRow_membership } from '../membership-operations.js';

/** Profession and school of a member in a line; whether nobody confirmed them yet. */
export function Affiliation({ member }: { member: FragmentOf<typeof MemberRow_membership> }) {
  const { formatMessage, formatList } = useIntl();
  if (member.profession === null) return <>{formatMessage({ id: 'networks.members.noAffiliation' })}</>;
  const parts = [
    formatMessage({ id: `networks.profession.${member.profession}` }),
    ...(member.schoolName === null ? [] : [member.schoolName]),
  ];
  return (
    <>
      {formatList(parts, { type: 'unit' })}
      {!member.affiliationConfirmed && <> ({formatMessage({ id: 'networks.members.unconfirmed' })})</>}
    </>
  );
}
