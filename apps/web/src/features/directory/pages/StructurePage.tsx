import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { OwnerResources } from '../../../app/library/OwnerResources.js';
import { QueryView } from '../../../app/QueryView.js';
import { Banner, ButtonLink, EmptyState, PageHeader, Section, SheetRow } from '../../../ui/index.js';
import { ContactList, ContactList_contacts, ContactList_hours } from '../components/ContactList.js';
import styles from '../components/Directory.module.css';
import { Local } from '../components/Local.js';
import { OpenNow, OpenNow_now } from '../components/OpenNow.js';
import { ReachButtons } from '../components/ReachButtons.js';
import { centrePath, centresPath, editPath, findPath, structurePath } from '../paths.js';

const StructurePageQuery = graphql(
  `
    query StructurePageQuery($slug: String!) {
      structure(slug: $slug) {
        id
        slug
        kind
        state
        name {
          lang
          text
        }
        description {
          lang
          text
        }
        functions {
          name {
            lang
            text
          }
        }
        audiences
        languages
        topics {
          topic {
            id
            slug
            name {
              lang
              text
            }
          }
          note {
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
        openNow {
          ...OpenNow_now
        }
        municipality {
          id
          name {
            lang
            text
          }
        }
        centre {
          id
          slug
          name {
            lang
            text
          }
        }
        successor {
          id
          slug
          name {
            lang
            text
          }
        }
        viewerCan {
          edit
        }
      }
    }
  `,
  [ContactList_contacts, ContactList_hours, OpenNow_now],
);
type Structure = NonNullable<ResultOf<typeof StructurePageQuery>['structure']>;

/** Can they help, and when? */
export function Component() {
  const { structure: slug = '' } = useParams();
  const query = useQuery(StructurePageQuery, { variables: { slug } });
  return <QueryView query={query}>{({ structure }) => (structure ? <StructureView structure={structure} /> : <NotFoundPage />)}</QueryView>;
}

function StructureView({ structure }: { structure: Structure }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const crumbs = [
    { label: formatMessage({ id: 'directory.centres.title' }), to: href(centresPath()) },
    { label: structure.centre.name.text, to: href(centrePath(structure.centre)) },
  ];
  return (
    <SheetRow
      aside={
        <Section title={formatMessage({ id: 'directory.contacts' })}>
          <ContactList contacts={structure.contacts} hours={structure.hours} languages={structure.languages} />
        </Section>
      }
    >
      <PageHeader
        title={structure.name.text}
        lang={structure.name.lang}
        crumbs={crumbs}
        lead={structure.description && <Local of={structure.description} />}
        meta={
          <>
            <span>{formatMessage({ id: `directory.structureKind.${structure.kind}` })}</span>
            {structure.municipality && <Local of={structure.municipality.name} />}
            <OpenNow now={structure.openNow} />
          </>
        }
        actions={
          <>
            <ReachButtons email={structure.contacts.email} phone={structure.contacts.phone} primary />
            {structure.viewerCan.edit && (
              <ButtonLink to={href(editPath(structurePath(structure)))}>{formatMessage({ id: 'directory.edit' })}</ButtonLink>
            )}
          </>
        }
      />
      {structure.state !== 'ACTIVE' && (
        <Banner tone="warn">
          {formatMessage({ id: `directory.state.${structure.state}` })}
          {structure.successor && (
            <>
              {': '}
              <Link to={href(structurePath(structure.successor))} lang={structure.successor.name.lang}>
                {structure.successor.name.text}
              </Link>
            </>
          )}
        </Banner>
      )}
      <Section title={formatMessage({ id: 'directory.topics.title' })} count={structure.topics.length}>
        {structure.topics.length === 0 ? (
          <EmptyState title={formatMessage({ id: 'directory.topics.empty' })} />
        ) : (
          <ul className={styles['rows']}>
            {structure.topics.map(({ topic, note }) => (
              <li key={topic.id}>
                <h3 lang={topic.name.lang}>
                  <Link to={href(findPath({ topic: topic.slug }))}>{topic.name.text}</Link>
                </h3>
                {note && <p lang={note.lang}>{note.text}</p>}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {structure.audiences.length > 0 && (
        <Section title={formatMessage({ id: 'directory.audiences' })}>
          <p>{structure.audiences.map((audience) => formatMessage({ id: `directory.audience.${audience}` })).join(', ')}</p>
        </Section>
      )}
      {structure.functions.length > 0 && (
        <Section title={formatMessage({ id: 'directory.functions' })}>
          <ul>
            {structure.functions.map(({ name }) => (
              <li key={name.text} lang={name.lang}>
                {name.text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <OwnerResources type="STRUCTURE" ownerId={structure.id} />
    </SheetRow>
  );
}
