import { useQuery } from '@apollo/client/react';
import { deliveriesOf, NETWORK_LEVELS, type Delivery } from '@stoa/domain';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { PageHeader, Section, SelectField, SheetRow, showToast } from '../../../ui/index.js';
import { inboxPath } from '../paths.js';

const NoticeSettings_settings = graphql(`
  fragment NoticeSettings_settings on NoticeSettings {
    choices {
      kind
      chosen
      delivery
    }
    networks {
      network {
        id
        slug
        name
        lang
      }
      level
      choices {
        kind
        chosen
        delivery
      }
    }
  }
`);
type Settings = FragmentOf<typeof NoticeSettings_settings>;

const NoticeSettingsPageQuery = graphql(
  `
    query NoticeSettingsPageQuery {
      noticeSettings {
        ...NoticeSettings_settings
      }
    }
  `,
  [NoticeSettings_settings],
);

const ChooseNoticesMutation = graphql(
  `
    mutation ChooseNoticesMutation($input: ChooseNoticesInput!) {
      chooseNotices(input: $input) {
        settings {
          ...NoticeSettings_settings
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [NoticeSettings_settings],
);

const NetworkLevelMutation = graphql(`
  mutation NetworkLevelMutation($input: WatchInput!) {
    watch(input: $input) {
      level
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** How do I want to hear of what, everywhere and in each of my networks? */
export function Component() {
  const query = useQuery(NoticeSettingsPageQuery, { fetchPolicy: 'cache-and-network' });
  return <QueryView query={query}>{({ noticeSettings }) => <SettingsView settings={noticeSettings} />}</QueryView>;
}

function SettingsView({ settings }: { settings: Settings }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [parameters, setParameters] = useSearchParams();
  const place = settings.networks.find(({ network }) => network.slug === parameters.get('network'));
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'notifications.settings.title' })}
        lead={formatMessage({ id: 'notifications.settings.lead' })}
        crumbs={[{ label: formatMessage({ id: 'notifications.inbox.title' }), to: href(inboxPath()) }]}
      />
      <div className="form">
        <SelectField
          id="place"
          label={formatMessage({ id: 'notifications.settings.place' })}
          value={place?.network.slug ?? ''}
          choices={[
            { value: '', label: formatMessage({ id: 'notifications.settings.everywhere' }) },
            ...settings.networks.map(({ network }) => ({ value: network.slug, label: network.name })),
          ]}
          onChange={(event) => setParameters(event.target.value ? { network: event.target.value } : {}, { replace: true })}
        />
        {place && <Level place={place} />}
      </div>
      <Choices key={place?.network.id ?? ''} place={place} choices={place?.choices ?? settings.choices} />
    </SheetRow>
  );
}

type NetworkPlace = Settings['networks'][number];

function Level({ place: { network, level } }: { place: NetworkPlace }) {
  const { formatMessage } = useIntl();
  const [watch, state] = useCommand(NetworkLevelMutation, {
    refetch: ['NoticeSettingsPageQuery'],
    onDone: () => showToast(formatMessage({ id: 'notifications.settings.saved' })),
  });
  return (
    <>
      <SelectField
        id="level"
        label={formatMessage({ id: 'notifications.settings.level' })}
        hint={formatMessage({ id: `app.watch.network.${level === 'FOLLOW' ? 'NORMAL' : level}.hint` })}
        value={level}
        choices={NETWORK_LEVELS.map((each) => ({ value: each, label: formatMessage({ id: `app.watch.network.${each}` }) }))}
        onChange={(event) => void watch({ subjectId: network.id, level: event.target.value as typeof level })}
      />
      <CommandProblem state={state} />
    </>
  );
}

function Choices({ place, choices }: { place: NetworkPlace | undefined; choices: Settings['choices'] }) {
  const { formatMessage } = useIntl();
  const [choose, state] = useCommand(ChooseNoticesMutation, {
    refetch: ['NoticeSettingsPageQuery'],
    onDone: () => showToast(formatMessage({ id: 'notifications.settings.saved' })),
  });
  const word = (delivery: Delivery) => formatMessage({ id: `notifications.delivery.${delivery}` });
  return (
    <Section title={formatMessage({ id: 'notifications.settings.kinds' })}>
      <div className="form">
        {choices.map(({ kind, chosen, delivery }) => (
          <SelectField
            key={kind}
            id={kind}
            label={formatMessage({ id: `notifications.kind.${kind}` })}
            value={place ? (chosen ?? '') : delivery}
            choices={[
              ...(place
                ? [{ value: '', label: formatMessage({ id: 'notifications.settings.asEverywhere' }, { delivery: word(delivery) }) }]
                : []),
              ...deliveriesOf(kind).map((each) => ({ value: each, label: word(each) })),
            ]}
            onChange={(event) =>
              void choose({ networkId: place?.network.id ?? null, kind, delivery: (event.target.value || null) as Delivery | null })
            }
          />
        ))}
        <CommandProblem state={state} />
      </div>
    </Section>
  );
}
