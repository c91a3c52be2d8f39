import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { Button, ButtonLink, DataTable, FormErrorSummary, showToast, StatusMark, type Status } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import { doublesPath } from '../paths.js';
import { RemoveFactorsDialog } from './RemoveFactorsDialog.js';

export const PeopleTable_person = graphql(`
  fragment PeopleTable_person on Person {
    id
    handle
    displayName
    account {
      status
      email
      lastSignInAt
      version
    }
    viewerCan {
      suspend
      deactivate
      reactivate
      removeFactors
    }
  }
`);

const SuspendPersonMutation = graphql(
  `
    mutation SuspendPersonMutation($input: ChangePersonStatusInput!) {
      suspendPerson(input: $input) {
        person {
          ...PeopleTable_person
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PeopleTable_person],
);

const DeactivatePersonMutation = graphql(
  `
    mutation DeactivatePersonMutation($input: ChangePersonStatusInput!) {
      deactivatePerson(input: $input) {
        person {
          ...PeopleTable_person
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PeopleTable_person],
);

const ReactivatePersonMutation = graphql(
  `
    mutation ReactivatePersonMutation($input: ChangePersonStatusInput!) {
      reactivatePerson(input: $input) {
        person {
          ...PeopleTable_person
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PeopleTable_person],
);

type Person = FragmentOf<typeof PeopleTable_person>;

/** How the state of an account looks. */
export const MARKS: Record<NonNullable<Person['account']>['status'], Status> = {
  ACTIVE: 'ok',
  INVITED: 'none',
  SUSPENDED: 'danger',
  DEACTIVATED: 'none',
  MERGED: 'none',
  ERASED: 'none',
};

/** People with the state of their accounts, and what may be done to these. */
export function PeopleTable({ people, onRefresh }: { people: readonly Person[]; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const [suspend, suspending] = useCommand(SuspendPersonMutation, {
    onDone: () => showToast(formatMessage({ id: 'admin.people.suspended' })),
  });
  const [deactivate, deactivating] = useCommand(DeactivatePersonMutation, {
    onDone: () => showToast(formatMessage({ id: 'admin.people.deactivated' })),
  });
  const [reactivate, reactivating] = useCommand(ReactivatePersonMutation, {
    onDone: () => showToast(formatMessage({ id: 'admin.people.reactivated' })),
  });
  const [locked, setLocked] = useState<Person | null>(null);
  const seen = (person: Person) => ({ id: person.id, expectedVersion: person.account?.version ?? 0 });
  return (
    <>
      <FormErrorSummary errors={[...suspending.errors, ...deactivating.errors, ...reactivating.errors]} />
      <CommandProblem state={suspending} onRefresh={onRefresh} />
      <CommandProblem state={deactivating} onRefresh={onRefresh} />
      <CommandProblem state={reactivating} onRefresh={onRefresh} />
      <DataTable
        caption={formatMessage({ id: 'admin.people.title' })}
        captionHidden
        rows={people}
        rowKey={({ id }) => id}
        margin={({ account }) =>
          account && <StatusMark status={MARKS[account.status]}>{formatMessage({ id: `admin.status.${account.status}` })}</StatusMark>
        }
        columns={[
          {
            key: 'name',
            header: formatMessage({ id: 'admin.people.name' }),
            cell: ({ handle, displayName }) => <Link to={href(personPath({ handle }))}>{displayName}</Link>,
          },
          { key: 'email', header: formatMessage({ id: 'admin.people.email' }), cell: ({ account }) => account?.email ?? '–' },
          {
            key: 'seen',
            header: formatMessage({ id: 'admin.people.lastSignIn' }),
            cell: ({ account }) => (account?.lastSignInAt ? formats.shortDate(account.lastSignInAt) : '–'),
          },
          {
            key: 'acts',
            header: <span className="unseen">{formatMessage({ id: 'admin.people.acts' })}</span>,
            whole: true,
            cell: (person) => (
              <>
                {person.viewerCan.suspend && (
                  <Button
                    kind="subtle"
                    busy={suspending.busy}
                    aria-label={formatMessage({ id: 'admin.people.suspendOf' }, { name: person.displayName })}
                    onClick={() => void suspend(seen(person))}
                  >
                    {formatMessage({ id: 'admin.people.suspend' })}
                  </Button>
                )}
                {person.viewerCan.deactivate && (
                  <Button
                    kind="subtle"
                    busy={deactivating.busy}
                    aria-label={formatMessage({ id: 'admin.people.deactivateOf' }, { name: person.displayName })}
                    onClick={() => void deactivate(seen(person))}
                  >
                    {formatMessage({ id: 'admin.people.deactivate' })}
                  </Button>
                )}
                {person.viewerCan.reactivate && (
                  <Button
                    busy={reactivating.busy}
                    aria-label={formatMessage({ id: 'admin.people.reactivateOf' }, { name: person.displayName })}
                    onClick={() => void reactivate(seen(person))}
                  >
                    {formatMessage({ id: 'admin.people.reactivate' })}
                  </Button>
                )}
                <ButtonLink
                  kind="subtle"
                  to={href(doublesPath(person))}
                  aria-label={formatMessage({ id: 'admin.doubles.ofLink' }, { name: person.displayName })}
                >
                  {formatMessage({ id: 'admin.doubles.link' })}
                </ButtonLink>
                {person.viewerCan.removeFactors && (
                  <Button
                    kind="subtle"
                    aria-label={formatMessage({ id: 'admin.factors.removeOf' }, { name: person.displayName })}
                    onClick={() => setLocked(person)}
                  >
                    {formatMessage({ id: 'admin.factors.remove' })}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {locked && <RemoveFactorsDialog person={locked} onClose={() => setLocked(null)} onRefresh={onRefresh} />}
    </>
  );
}
