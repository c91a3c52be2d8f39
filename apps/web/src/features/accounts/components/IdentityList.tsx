import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, DataTable, FormErrorSummary, Section, showToast } from '../../../ui/index.js';
import { preferencesPath } from '../paths.js';
import { ProviderProblem } from './ProviderProblem.js';

const IdentityListQuery = graphql(`
  query IdentityListQuery {
    signInProviders {
      key
      label
    }
    viewer {
      id
      identities {
        id
        linkedAt
        lastUsedAt
        provider {
          key
          label
        }
      }
    }
  }
`);

const BeginIdentityLinkMutation = graphql(`
  mutation BeginIdentityLinkMutation($input: ProviderInput!) {
    beginIdentityLink(input: $input) {
      address
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const UnlinkIdentityMutation = graphql(`
  mutation UnlinkIdentityMutation($input: UnlinkIdentityInput!) {
    unlinkIdentity(input: $input) {
      id
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Providers by which the person signs in; nothing where this Stoa knows none. */
export function IdentityList() {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const query = useQuery(IdentityListQuery, { fetchPolicy: 'cache-and-network' });
  const [begin, beginning] = useCommand(BeginIdentityLinkMutation, {
    onDone: ({ beginIdentityLink: { address } }) => address && window.location.assign(address),
  });
  const [unlink, unlinking] = useCommand(UnlinkIdentityMutation, {
    refetch: ['IdentityListQuery'],
    onDone: () => showToast(formatMessage({ id: 'accounts.identities.unlinked' })),
  });
  return (
    <QueryView query={query} page={false}>
      {({ signInProviders, viewer }) => {
        const linked = viewer?.identities ?? [];
        if (signInProviders.length === 0 && linked.length === 0) return null;
        const free = signInProviders.filter(({ key }) => !linked.some(({ provider }) => provider.key === key));
        return (
          <Section title={formatMessage({ id: 'accounts.identities.title' })} id="identities">
            <p className="muted">{formatMessage({ id: 'accounts.identities.lead' })}</p>
            <ProviderProblem />
            <FormErrorSummary errors={[...beginning.errors, ...unlinking.errors]} />
            <CommandProblem state={beginning} />
            <CommandProblem state={unlinking} />
            {linked.length > 0 && (
              <DataTable
                caption={formatMessage({ id: 'accounts.identities.title' })}
                captionHidden
                rows={linked}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'provider',
                    header: formatMessage({ id: 'accounts.identities.provider' }),
                    cell: ({ provider }) => provider.label,
                  },
                  {
                    key: 'since',
                    header: formatMessage({ id: 'accounts.identities.since' }),
                    cell: ({ linkedAt }) => formats.dateTime(linkedAt),
                  },
                  {
                    key: 'used',
                    header: formatMessage({ id: 'accounts.identities.used' }),
                    cell: ({ lastUsedAt }) =>
                      lastUsedAt ? formats.dateTime(lastUsedAt) : formatMessage({ id: 'accounts.identities.never' }),
                  },
                  {
                    key: 'unlink',
                    header: <span className="unseen">{formatMessage({ id: 'accounts.identities.unlink' })}</span>,
                    cell: ({ id, provider }) => (
                      <Button
                        busy={unlinking.busy}
                        aria-label={formatMessage({ id: 'accounts.identities.unlinkOf' }, { provider: provider.label })}
                        onClick={() => void unlink({ id })}
                      >
                        {formatMessage({ id: 'accounts.identities.unlink' })}
                      </Button>
                    ),
                  },
                ]}
              />
            )}
            {free.length > 0 && (
              <div className="button-row">
                {free.map(({ key, label }) => (
                  <Button
                    key={key}
                    busy={beginning.busy}
                    onClick={() => void begin({ provider: key, returnTo: `${href(preferencesPath())}#identities` })}
                  >
                    {formatMessage({ id: 'accounts.identities.link' }, { provider: label })}
                  </Button>
                ))}
              </div>
            )}
          </Section>
        );
      }}
    </QueryView>
  );
}
