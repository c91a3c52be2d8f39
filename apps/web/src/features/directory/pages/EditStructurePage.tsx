import { useQuery } from '@apollo/client/react';
import { AUDIENCES } from '@stoa/domain';
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
  Checkbox,
  Forbidden,
  FormErrorSummary,
  PageHeader,
  Section,
  SelectField,
  SheetRow,
  showToast,
} from '../../../ui/index.js';
import { ContactFields, HoursFields, LanguagesField, LocalFields } from '../components/CardFields.js';
import { ContactList_contacts, ContactList_hours } from '../components/ContactList.js';
import { EndSection } from '../components/EndDialog.js';
import { EndStructure } from '../components/EndStructure.js';
import { plain } from '../components/plain.js';
import { TopicFields } from '../components/TopicFields.js';
import { structurePath } from '../paths.js';

const EditStructurePageQuery = graphql(
  `
    query EditStructurePageQuery($slug: String!) {
      structure(slug: $slug) {
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
        descriptions {
          lang
          text
        }
        functions {
          names {
            lang
            text
          }
        }
        audiences
        languages
        topics {
          topic {
            id
            name {
              lang
              text
            }
          }
          notes {
            lang
            text
          }
        }
        contacts {
          ...ContactList_contacts
        }
        hours {
          ...ContactList_hours
        }
        municipality {
          id
        }
        centre {
          id
          territory {
            id
            children(first: 100) {
              edges {
                node {
                  id
                  kind
                  name {
                    lang
                    text
                  }
                }
              }
            }
          }
        }
        viewerCan {
          edit
          changeRegister
        }
        state
      }
    }
  `,
  [ContactList_contacts, ContactList_hours],
);
type Structure = NonNullable<ResultOf<typeof EditStructurePageQuery>['structure']>;

const EditStructureMutation = graphql(`
  mutation EditStructureMutation($input: EditStructureInput!) {
    editStructure(input: $input) {
      structure {
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

/** The form of a structure's card. */
export function Component() {
  const { structure: slug = '' } = useParams();
  const query = useQuery(EditStructurePageQuery, { variables: { slug }, fetchPolicy: 'network-only' });
  return (
    <QueryView query={query}>
      {({ structure }) =>
        structure === null ? (
          <NotFoundPage />
        ) : structure.viewerCan.edit ? (
          <EditStructure key={structure.version} structure={structure} onRefresh={() => void query.refetch()} />
        ) : (
          <Forbidden />
        )
      }
    </QueryView>
  );
}

function cardOf(structure: Structure) {
  return {
    names: structure.names,
    descriptions: structure.descriptions,
    functions: structure.functions.map(({ names }) => names),
    audiences: structure.audiences,
    topics: structure.topics.map(({ topic, notes }) => ({ ...topic, notes })),
    contacts: structure.contacts,
    hours: structure.hours,
    languages: structure.languages,
    municipality: structure.municipality?.id ?? '',
  };
}

function EditStructure({ structure, onRefresh }: { structure: Structure; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const to = href(structurePath(structure));
  const [card, setCard] = useState(() => cardOf(structure));
  const [ending, setEnding] = useState(false);
  const saved = () => {
    showToast(formatMessage({ id: 'directory.saved' }));
    void navigate(to);
  };
  const [edit, state] = useCommand(EditStructureMutation, { onDone: saved, refetch: ['StructurePageQuery'] });
  const municipalities = structure.centre.territory.children.edges.flatMap(({ node }) => (node.kind === 'MUNICIPALITY' ? [node] : []));
  const submit = () => {
    const { topics, functions, municipality, ...rest } = plain(card);
    return edit({
      id: structure.id,
      expectedVersion: structure.version,
      ...rest,
      municipality: municipality || null,
      topics: topics.map(({ id, notes }) => ({ topic: id, notes })),
      functions: functions.filter((names) => names.length > 0).map((names) => ({ names })),
    });
  };
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'directory.editTitle' }, { name: structure.name.text })}
        crumbs={[{ label: structure.name.text, to }]}
        problem={state.errors.length > 0}
      />
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
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
          path="descriptions"
          long
          label={formatMessage({ id: 'directory.description' })}
          value={card.descriptions}
          state={state}
          onChange={(descriptions) => setCard({ ...card, descriptions })}
        />
        <TopicFields value={card.topics} state={state} onChange={(topics) => setCard({ ...card, topics })} />
        <Section title={formatMessage({ id: 'directory.functions' })} count={card.functions.length}>
          {card.functions.map((names, index) => (
            <LocalFields
              key={index}
              path={`functions.${index}`}
              label={formatMessage({ id: 'directory.function' }, { number: index + 1 })}
              value={names}
              state={state}
              onChange={(next) => setCard({ ...card, functions: card.functions.with(index, next) })}
            />
          ))}
          <Button onClick={() => setCard({ ...card, functions: [...card.functions, []] })}>
            {formatMessage({ id: 'directory.functions.add' })}
          </Button>
        </Section>
        <Section title={formatMessage({ id: 'directory.audiences' })}>
          {AUDIENCES.map((audience) => (
            <Checkbox
              key={audience}
              label={formatMessage({ id: `directory.audience.${audience}` })}
              checked={card.audiences.includes(audience)}
              onChange={(event) =>
                setCard({
                  ...card,
                  audiences: event.target.checked ? [...card.audiences, audience] : card.audiences.filter((each) => each !== audience),
                })
              }
            />
          ))}
        </Section>
        {municipalities.length > 0 && (
          <SelectField
            id="municipality"
            label={formatMessage({ id: 'directory.municipality' })}
            optional
            placeholder={formatMessage({ id: 'directory.wholeCounty' })}
            value={card.municipality}
            error={state.errorOf('municipality')}
            choices={municipalities.map(({ id, name }) => ({ value: id, label: name.text }))}
            onChange={(event) => setCard({ ...card, municipality: event.target.value })}
          />
        )}
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
      {structure.viewerCan.changeRegister && structure.state === 'ACTIVE' && (
        <EndSection name={structure.name.text} onOpen={() => setEnding(true)} />
      )}
      {ending && <EndStructure structure={structure} onEnded={saved} onRefresh={onRefresh} onClose={() => setEnding(false)} />}
    </SheetRow>
  );
}
