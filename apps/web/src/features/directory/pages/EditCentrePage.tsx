import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, ButtonLink, Forbidden, FormErrorSummary, PageHeader, SheetRow, showToast } from '../../../ui/index.js';
import { ContactFields, HoursFields, LanguagesField, LocalFields } from '../components/CardFields.js';
import { ContactList_contacts, ContactList_hours } from '../components/ContactList.js';
import { plain } from '../components/plain.js';
import { centrePath } from '../paths.js';

const EditCentrePageQuery = graphql(
  `
    query EditCentrePageQuery($slug: String!) {
      centre(slug: $slug) {
        id
        slug
        version
        name {
          lang
          text
        }
        names {
          lang
          text
        }
        missions {
          lang
          text
        }
        languages
        contacts {
          ...ContactList_contacts
        }
        hours {
          ...ContactList_hours
        }
        viewerCan {
          edit
        }
      }
    }
  `,
  [ContactList_contacts, ContactList_hours],
);
type Centre = NonNullable<ResultOf<typeof EditCentrePageQuery>['centre']>;

const EditCentreMutation = graphql(`
  mutation EditCentreMutation($input: EditCentreInput!) {
    editCentre(input: $input) {
      centre {
        id
        version
        name {
          lang
          text
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

/** The form of a centre's card. */
export function Component() {
  const { centre: slug = '' } = useParams();
  const query = useQuery(EditCentrePageQuery, { variables: { slug }, fetchPolicy: 'network-only' });
  return (
    <QueryView query={query}>
      {({ centre }) =>
        centre === null ? (
          <NotFoundPage />
        ) : centre.viewerCan.edit ? (
          <EditCentre key={centre.version} centre={centre} onRefresh={() => void query.refetch()} />
        ) : (
          <Forbidden />
        )
      }
    </QueryView>
  );
}

function EditCentre({ centre, onRefresh }: { centre: Centre; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const to = href(centrePath(centre));
  const [card, setCard] = useState({
    names: centre.names,
    missions: centre.missions,
    contacts: centre.contacts,
    hours: centre.hours,
    languages: centre.languages,
  });
  const saved = () => {
    showToast(formatMessage({ id: 'directory.saved' }));
    void navigate(to);
  };
  const [edit, state] = useCommand(EditCentreMutation, { onDone: saved, refetch: ['CentrePageQuery'] });
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'directory.editTitle' }, { name: centre.name.text })}
        crumbs={[{ label: centre.name.text, to }]}
        problem={state.errors.length > 0}
      />
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void edit({ id: centre.id, expectedVersion: centre.version, ...plain(card) });
        }}
      >
        <FormErrorSummary errors={state.errors} />
        <LocalFields
          path="names"
          label={formatMessage({ id: 'directory.name' })}
          value={card.names}
          state={state}
          onChange={(names) => setCard({ ...card, names })}
        />
        <LocalFields
          path="missions"
          long
          label={formatMessage({ id: 'directory.mission' })}
          value={card.missions}
          state={state}
          onChange={(missions) => setCard({ ...card, missions })}
        />
        <ContactFields value={card.contacts} state={state} onChange={(contacts) => setCard({ ...card, contacts })} />
        <LanguagesField value={card.languages} onChange={(languages) => setCard({ ...card, languages })} />
        <HoursFields
          value={card.hours}
          state={state}
          onChange={(hours) =>
            setCard({
              ...card,
              hours: { weekly: [...hours.weekly], exceptions: hours.exceptions.map((each) => ({ ...each, spans: [...each.spans] })) },
            })
          }
        />
        <CommandProblem state={state} onRefresh={onRefresh} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'directory.save' })}
          </Button>
          <ButtonLink to={to}>{formatMessage({ id: 'ui.cancel' })}</ButtonLink>
        </div>
      </form>
    </SheetRow>
  );
}
