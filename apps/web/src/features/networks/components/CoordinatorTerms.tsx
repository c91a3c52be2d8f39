import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { DataTable, EmptyState, Section, StatusMark } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';

export const CoordinatorTerms_network = graphql(`
  fragment CoordinatorTerms_network on Network {
    id
    coordinators {
      person {
        id
        handle
        displayName
      }
      startsOn
      endsOn
      current
    }
  }
`);

/** Who coordinated when, the newest first. */
export function CoordinatorTerms({ network }: { network: FragmentOf<typeof CoordinatorTerms_network> }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const terms = network.coordinators ?? [];
  return (
    <Section title={formatMessage({ id: 'networks.coordinators' })} count={terms.length}>
      {terms.length === 0 ? (
        <EmptyState title={formatMessage({ id: 'networks.coordinators.none' })} />
      ) : (
        <DataTable
          compact
          caption={formatMessage({ id: 'networks.coordinators' })}
          captionHidden
          rows={terms}
          rowKey={(term) => `${term.person.id} ${term.startsOn}`}
          columns={[
            {
              key: 'person',
              header: formatMessage({ id: 'networks.coordinators.person' }),
              cell: (term) => <Link to={href(personPath(term.person))}>{term.person.displayName}</Link>,
            },
            { key: 'from', header: formatMessage({ id: 'networks.coordinators.from' }), cell: (term) => formats.date(term.startsOn) },
            {
              key: 'to',
              header: formatMessage({ id: 'networks.coordinators.to' }),
              cell: (term) =>
                term.current && !term.endsOn ? (
                  <StatusMark status="ok" plain>
                    {formatMessage({ id: 'networks.coordinators.now' })}
                  </StatusMark>
                ) : (
                  term.endsOn && formats.date(term.endsOn)
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
