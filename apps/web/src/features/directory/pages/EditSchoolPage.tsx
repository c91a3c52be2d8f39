import { useQuery } from '@apollo/client/react';
import { SCHOOL_LEVELS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import {
  Button,
  ButtonLink,
  Forbidden,
  FormErrorSummary,
  PageHeader,
  SelectField,
  SheetRow,
  showToast,
  TextField,
} from '../../../ui/index.js';
import { ContactFields } from '../components/CardFields.js';
import { ContactList_contacts } from '../components/ContactList.js';
import { EndSection } from '../components/EndDialog.js';
import { EndSchool } from '../components/EndSchool.js';
import { plain } from '../components/plain.js';
import { schoolPath } from '../paths.js';

const EditSchoolPageQuery = graphql(
  `
    query EditSchoolPageQuery($slug: String!) {
      school(slug: $slug) {
        id
        slug
        version
        name
        lang
        level
        city
        street
        number
        postalCode
        postOffice
        contacts {
          ...ContactList_contacts
        }
        county {
          id
        }
        viewerCan {
          edit
          changeRegister
        }
        state
      }
    }
  `,
  [ContactList_contacts],
);
type School = NonNullable<ResultOf<typeof EditSchoolPageQuery>['school']>;

const EditSchoolMutation = graphql(`
  mutation EditSchoolMutation($input: EditSchoolInput!) {
    editSchool(input: $input) {
      school {
        id
        version
        name
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const ADDRESS = ['city', 'street', 'number', 'postalCode', 'postOffice'] as const;

/** The form of a school's card. */
export function Component() {
  const { school: slug = '' } = useParams();
  const query = useQuery(EditSchoolPageQuery, { variables: { slug }, fetchPolicy: 'network-only' });
  return (
    <QueryView query={query}>
      {({ school }) =>
        school === null ? (
          <NotFoundPage />
        ) : school.viewerCan.edit ? (
          <EditSchool key={school.version} school={school} onRefresh={() => void query.refetch()} />
        ) : (
          <Forbidden />
        )
      }
    </QueryView>
  );
}

function EditSchool({ school, onRefresh }: { school: School; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const to = href(schoolPath(school));
  const { city, street, number, postalCode, postOffice } = school;
  const [card, setCard] = useState({
    name: school.name,
    level: school.level,
    contacts: school.contacts,
    address: { city, street, number, postalCode, postOffice },
  });
  const [ending, setEnding] = useState(false);
  const saved = () => {
    showToast(formatMessage({ id: 'directory.saved' }));
    void navigate(to);
  };
  const [edit, state] = useCommand(EditSchoolMutation, { onDone: saved, refetch: ['SchoolPageQuery'] });
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'directory.editTitle' }, { name: school.name })}
        crumbs={[{ label: school.name, to }]}
        problem={state.errors.length > 0}
      />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void edit({ id: school.id, expectedVersion: school.version, ...plain(card) });
        }}
      >
        <FormErrorSummary errors={state.errors} />
        <TextField
          id="name"
          lang={school.lang}
          label={formatMessage({ id: 'directory.name' })}
          value={card.name}
          error={state.errorOf('name')}
          onChange={(event) => setCard({ ...card, name: event.target.value })}
        />
        <SelectField
          id="level"
          label={formatMessage({ id: 'directory.level' })}
          value={card.level}
          choices={SCHOOL_LEVELS.map((each) => ({ value: each, label: formatMessage({ id: `directory.schoolLevel.${each}` }) }))}
          onChange={(event) => setCard({ ...card, level: SCHOOL_LEVELS.find((each) => each === event.target.value) ?? card.level })}
        />
        {ADDRESS.map((key) => (
          <TextField
            key={key}
            id={`address.${key}`}
            optional
            label={formatMessage({ id: `directory.${key}` })}
            value={card.address[key]}
            error={state.errorOf(`address.${key}`)}
            onChange={(event) => setCard({ ...card, address: { ...card.address, [key]: event.target.value } })}
          />
        ))}
        <ContactFields value={card.contacts} state={state} onChange={(contacts) => setCard({ ...card, contacts })} />
        <CommandProblem state={state} onRefresh={onRefresh} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'directory.save' })}
          </Button>
          <ButtonLink to={to}>{formatMessage({ id: 'ui.cancel' })}</ButtonLink>
        </div>
      </form>
      {school.viewerCan.changeRegister && school.state === 'ACTIVE' && <EndSection name={school.name} onOpen={() => setEnding(true)} />}
      {ending && <EndSchool school={school} onEnded={saved} onRefresh={onRefresh} onClose={() => setEnding(false)} />}
    </SheetRow>
  );
}
