import { useQuery } from '@apollo/client/react';
import { SEARCH_MAILS, type SearchMail } from '@stoa/domain';
import { Rss, Trash2 } from 'lucide-react';
import { useIntl } from 'react-intl';
import type { ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import {
  Button,
  ButtonLink,
  ConfirmDialog,
  EmptyState,
  PageHeader,
  SelectField,
  SheetRow,
  showToast,
  Skeleton,
  TaskRow,
} from '../../../ui/index.js';
import { libraryPath } from '../../library/paths.js';
import { useState } from 'react';
import { FACET_PARAMS } from '../library-params.js';
import { ChangeSavedSearchMutation, RemoveSavedSearchMutation, SavedSearchesQuery } from '../saved-operations.js';
import { useValueWords } from '../use-value-words.js';
import styles from './SavedSearchesPage.module.css';

type Saved = ResultOf<typeof SavedSearchesQuery>['savedSearches'][number];

/** The searches that I keep: what is new comes by mail, or as a feed into a reader of feeds. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const query = useQuery(SavedSearchesQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'finding.saved.title' })}
        lead={formatMessage({ id: 'finding.saved.lead' })}
        crumbs={[{ label: formatMessage({ id: 'finding.title' }), to: href(libraryPath()) }]}
      />
      <QueryView query={query} page={false} skeleton={<Skeleton shape="rows" lines={4} />}>
        {({ savedSearches }) =>
          savedSearches.length === 0 ? (
            <EmptyState
              title={formatMessage({ id: 'finding.saved.none' })}
              action={<ButtonLink to={href(libraryPath())}>{formatMessage({ id: 'finding.saved.noneAction' })}</ButtonLink>}
            >
              {formatMessage({ id: 'finding.saved.noneHint' })}
            </EmptyState>
          ) : (
            <ul className={styles['rows']}>
              {savedSearches.map((saved) => (
                <SavedRow key={saved.id} saved={saved} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </SheetRow>
  );
}

/** The address of the library that a search stands for. */
function addressOf({ query, chosen }: Saved): string {
  const params = new URLSearchParams(query === '' ? [] : [['q', query]]);
  for (const { facet, values } of chosen) for (const value of values) params.append(FACET_PARAMS[facet], value);
  return `${libraryPath()}?${params.toString()}`;
}

function SavedRow({ saved }: { saved: Saved }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const words = useValueWords();
  const [asking, setAsking] = useState(false);
  const [change, changing] = useCommand(ChangeSavedSearchMutation);
  const [remove, removing] = useCommand(RemoveSavedSearchMutation, { refetch: ['SavedSearchesQuery'] });
  const [renew, renewing] = useCommand(ChangeSavedSearchMutation, {
    onDone: () => {
      setAsking(false);
      showToast(formatMessage({ id: 'finding.saved.renewed' }));
    },
  });
  const copy = async () => {
    await navigator.clipboard.writeText(saved.feedUrl);
    showToast(formatMessage({ id: 'finding.saved.copied' }));
  };
  const what = [saved.query, ...saved.chosen.flatMap(({ facet, values }) => values.map((value) => words(facet, value)))].filter(Boolean);
  return (
    <TaskRow
      title={saved.name}
      to={href(addressOf(saved))}
      detail={
        <>
          {what.join(' · ')}
          <CommandProblem state={changing} />
          <CommandProblem state={removing} />
          <div className={styles['acts']}>
            <SelectField
              label={formatMessage({ id: 'finding.saved.mailOf' }, { name: saved.name })}
              value={saved.mail}
              onChange={(event) => void change({ id: saved.id, mail: event.target.value as SearchMail })}
              choices={SEARCH_MAILS.map((value) => ({ value, label: formatMessage({ id: `finding.saved.mail.${value}` }) }))}
            />
            <Button kind="quiet" icon={Rss} onClick={() => void copy()}>
              {formatMessage({ id: 'finding.saved.feed' })}
            </Button>
            <Button kind="subtle" onClick={() => setAsking(true)}>
              {formatMessage({ id: 'finding.saved.renew' })}
            </Button>
            <Button kind="subtle" icon={Trash2} busy={removing.busy} onClick={() => void remove({ id: saved.id })}>
              {formatMessage({ id: 'finding.saved.remove' })}
            </Button>
          </div>
          <ConfirmDialog
            open={asking}
            title={formatMessage({ id: 'finding.saved.renew' })}
            confirmLabel={formatMessage({ id: 'finding.saved.renew' })}
            busy={renewing.busy}
            onConfirm={() => void renew({ id: saved.id, renewFeed: true })}
            onClose={() => setAsking(false)}
          >
            {formatMessage({ id: 'finding.saved.renewHint' })}
          </ConfirmDialog>
        </>
      }
    />
  );
}
