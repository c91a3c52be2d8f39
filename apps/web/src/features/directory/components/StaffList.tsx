import { useQuery } from '@apollo/client/react';
import { LANGUAGES, PROFESSIONS, type Profession } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useLanguage } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, Dialog, EmptyState, FormErrorSummary, Section, SelectField, showToast, TextField } from '../../../ui/index.js';
import styles from './Directory.module.css';

const StaffListQuery = graphql(`
  query StaffListQuery($school: ID!) {
    affiliations(first: 100, school: $school) {
      edges {
        node {
          id
          version
          state
          profession
          startsOn
          person {
            id
            displayName
          }
          viewerCan {
            confirm
            end
          }
        }
      }
    }
  }
`);
type Item = ResultOf<typeof StaffListQuery>['affiliations']['edges'][number]['node'];

const ClaimAffiliationMutation = graphql(`
  mutation ClaimAffiliationMutation($input: ClaimAffiliationInput!) {
    claimAffiliation(input: $input) {
      affiliation {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const InviteToSchoolMutation = graphql(`
  mutation InviteToSchoolMutation($input: InviteToSchoolInput!) {
    inviteToSchool(input: $input) {
      affiliation {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const ConfirmAffiliationMutation = graphql(`
  mutation ConfirmAffiliationMutation($input: ChangeAffiliationInput!) {
    confirmAffiliation(input: $input) {
      affiliation {
        id
        version
        state
        viewerCan {
          confirm
          end
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const EndAffiliationMutation = graphql(`
  mutation EndAffiliationMutation($input: ChangeAffiliationInput!) {
    endAffiliation(input: $input) {
      affiliation {
        id
        version
        state
        viewerCan {
          confirm
          end
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const REFETCH = ['StaffListQuery'];

/** Who works at a school, as far as the reader may see it; "I work here", and for those who may: confirm, end, invite. */
export function StaffList({ schoolId, mayInvite }: { schoolId: string; mayInvite: boolean }) {
  const { formatMessage } = useIntl();
  const [dialog, setDialog] = useState<'claim' | 'invite' | null>(null);
  const query = useQuery(StaffListQuery, { variables: { school: schoolId } });
  const close = () => setDialog(null);
  return (
    <Section
      title={formatMessage({ id: 'directory.staff.title' })}
      end={
        <span className="button-row">
          <Button onClick={() => setDialog('claim')}>{formatMessage({ id: 'directory.staff.claim' })}</Button>
          {mayInvite && <Button onClick={() => setDialog('invite')}>{formatMessage({ id: 'directory.staff.invite' })}</Button>}
        </span>
      }
    >
      <QueryView query={query} page={false}>
        {({ affiliations }) => {
          const rows = affiliations.edges.map(({ node }) => node).filter(({ state }) => state !== 'ENDED');
          if (rows.length === 0) return <EmptyState title={formatMessage({ id: 'directory.staff.empty' })} />;
          return (
            <ul className={styles['rows']}>
              {rows.map((item) => (
                <StaffRow key={item.id} item={item} />
              ))}
            </ul>
          );
        }}
      </QueryView>
      <ClaimDialog open={dialog === 'claim'} schoolId={schoolId} onClose={close} />
      <InviteDialog open={dialog === 'invite'} schoolId={schoolId} onClose={close} />
    </Section>
  );
}

function StaffRow({ item }: { item: Item }) {
  const { formatMessage } = useIntl();
  const { date } = useFormats();
  const [confirm, confirming] = useCommand(ConfirmAffiliationMutation, { refetch: REFETCH });
  const [end, ending] = useCommand(EndAffiliationMutation, { refetch: REFETCH });
  const input = { id: item.id, expectedVersion: item.version };
  return (
    <li data-row>
      <h3>{item.person.displayName}</h3>
      <p className={styles['quiet']}>
        {formatMessage({ id: `directory.profession.${item.profession}` })} · {formatMessage({ id: `directory.affiliation.${item.state}` })}{' '}
        · {formatMessage({ id: 'directory.since' }, { date: date(item.startsOn) })}
      </p>
      <CommandProblem state={confirming.problem ? confirming : ending} />
      <FormErrorSummary errors={[...confirming.errors, ...ending.errors]} />
      {(item.viewerCan.confirm || item.viewerCan.end) && (
        <div className="button-row">
          {item.viewerCan.confirm && (
            <Button busy={confirming.busy} onClick={() => void confirm(input)}>
              {formatMessage({ id: 'directory.staff.confirm' })}
            </Button>
          )}
          {item.viewerCan.end && (
            <Button kind="quiet" busy={ending.busy} onClick={() => void end(input)}>
              {formatMessage({ id: item.state === 'CLAIMED' ? 'directory.staff.refuse' : 'directory.staff.end' })}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function ProfessionField({ value, onChange }: { value: Profession; onChange: (profession: Profession) => void }) {
  const { formatMessage } = useIntl();
  return (
    <SelectField
      id="profession"
      label={formatMessage({ id: 'directory.professionLabel' })}
      value={value}
      choices={PROFESSIONS.map((each) => ({ value: each, label: formatMessage({ id: `directory.profession.${each}` }) }))}
      onChange={(event) => onChange(PROFESSIONS.find((each) => each === event.target.value) ?? 'TEACHER')}
    />
  );
}

function ClaimDialog({ open, schoolId, onClose }: { open: boolean; schoolId: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [profession, setProfession] = useState<Profession>('TEACHER');
  const done = () => {
    showToast(formatMessage({ id: 'directory.staff.claimed' }));
    onClose();
  };
  const [claim, state] = useCommand(ClaimAffiliationMutation, { creates: true, refetch: REFETCH, onDone: done });
  return (
    <Dialog
      open={open}
      title={formatMessage({ id: 'directory.staff.claim' })}
      onClose={onClose}
      footer={
        <Button kind="primary" busy={state.busy} onClick={() => void claim({ school: schoolId, profession })}>
          {formatMessage({ id: 'directory.staff.claimSubmit' })}
        </Button>
      }
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      <p>{formatMessage({ id: 'directory.staff.claimText' })}</p>
      <ProfessionField value={profession} onChange={setProfession} />
    </Dialog>
  );
}

function InviteDialog({ open, schoolId, onClose }: { open: boolean; schoolId: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const own = useLanguage();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [lang, setLang] = useState<string>(own);
  const [profession, setProfession] = useState<Profession>('TEACHER');
  const done = () => {
    showToast(formatMessage({ id: 'directory.staff.invited' }));
    setName('');
    setEmail('');
    onClose();
  };
  const [invite, state] = useCommand(InviteToSchoolMutation, { creates: true, refetch: REFETCH, onDone: done });
  return (
    <Dialog
      open={open}
      title={formatMessage({ id: 'directory.staff.invite' })}
      onClose={onClose}
      footer={
        <Button kind="primary" busy={state.busy} onClick={() => void invite({ school: schoolId, name, email, lang, profession })}>
          {formatMessage({ id: 'directory.staff.inviteSubmit' })}
        </Button>
      }
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      <TextField
        id="name"
        label={formatMessage({ id: 'directory.personName' })}
        value={name}
        error={state.errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        id="email"
        type="email"
        label={formatMessage({ id: 'directory.email' })}
        value={email}
        error={state.errorOf('email')}
        onChange={(event) => setEmail(event.target.value)}
      />
      <ProfessionField value={profession} onChange={setProfession} />
      <SelectField
        id="lang"
        label={formatMessage({ id: 'directory.inviteLanguage' })}
        value={lang}
        choices={LANGUAGES.map((each) => ({ value: each, label: formatMessage({ id: `directory.lang.${each}` }) }))}
        onChange={(event) => setLang(event.target.value)}
      />
    </Dialog>
  );
}
