import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { StatusMark } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import { countyAppointmentsPath } from '../../appointments/paths.js';
import type { NetworkOverview } from '../network-queries.js';
import { networkTabPath } from '../paths.js';
import styles from './NetworkFacts.module.css';

/** Beside the purpose: who coordinates, for whom it is, how many take part, how one joins. */
export function NetworkFacts({ network }: { network: NetworkOverview }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const audience = [
    ...network.professions.map((profession) => formatMessage({ id: `networks.profession.${profession}` })),
    ...network.levels.map((level) => formatMessage({ id: `networks.level.${level}` })),
  ];
  const members = formatMessage({ id: 'networks.membersCount' }, { count: network.membersCount });
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{formatMessage({ id: 'networks.column.coordinator' })}</dt>
        <dd>
          {network.coordinator ? (
            <Link className="link" to={href(personPath(network.coordinator))}>
              {network.coordinator.displayName}
            </Link>
          ) : (
            <>
              <StatusMark status="danger">{formatMessage({ id: 'networks.vacant' })}</StatusMark>
              {network.vacantSince && (
                <span className="meta">{formatMessage({ id: 'networks.vacantSince' }, { date: formats.date(network.vacantSince) })}</span>
              )}
              {network.viewerCan.appointCoordinator && network.county && (
                <Link className="link" to={href(countyAppointmentsPath(network.county))}>
                  {formatMessage({ id: 'networks.appoint' })}
                </Link>
              )}
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{formatMessage({ id: 'networks.column.members' })}</dt>
        <dd>
          {network.viewerCan.readMembers ? (
            <Link className="link" to={href(networkTabPath(network, 'members'))}>
              {members}
            </Link>
          ) : (
            members
          )}
        </dd>
      </div>
      <div>
        <dt>{formatMessage({ id: 'networks.audience' })}</dt>
        <dd>{audience.length === 0 ? formatMessage({ id: 'networks.audience.all' }) : formats.list(audience)}</dd>
      </div>
      <div>
        <dt>{formatMessage({ id: 'networks.joining' })}</dt>
        <dd>{formatMessage({ id: `networks.joining.${network.joiningRule}` })}</dd>
      </div>
      {network.promotedAt === null && (
        <div>
          <dt>{formatMessage({ id: 'networks.visibility' })}</dt>
          <dd>{formatMessage({ id: 'networks.visibility.members' })}</dd>
        </div>
      )}
    </dl>
  );
}
