import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { OwnerResources } from '../../../app/library/OwnerResources.js';
import { PromotedResources } from '../../../app/library/PromotedResources.js';
import { QueryView } from '../../../app/QueryView.js';
import { Banner, ButtonLink, EmptyState, PageHeader, Section, SheetRow } from '../../../ui/index.js';
import { ContactList, ContactList_contacts, ContactList_hours } from '../components/ContactList.js';
import styles from '../components/Directory.module.css';
import { Local } from '../components/Local.js';
import { OpenNow, OpenNow_now } from '../components/OpenNow.js';
import { ReachButtons } from '../components/ReachButtons.js';
import { centrePath, centresPath, editPath, schoolsPath, structurePath } from '../paths.js';

const CentrePageQuery = graphql(
  `
    query CentrePageQuery($slug: String!) {
      centre(slug: $slug) {
        id
        slug
        kind
        state
        name {
          lang
          text
        }
        mission {
          lang
          text
        }
        languages
        territory {
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
        contacts {
          ...ContactList_contacts
        }
        hours {
          ...ContactList_hours
        }
        openNow {
          ...OpenNow_now
        }
        structures {
          id
          slug
          kind
          name {
            lang
            text
          }
          topics {
            topic {
              id
              name {
                text
              }
            }
          }
          openNow {
            ...OpenNow_now
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
type Centre = NonNullable<ResultOf<typeof CentrePageQuery>['centre']>;

/** What a centre does and how it is reached. */
export function Component() {
  const { centre: slug = '' } = useParams();
  const query = useQuery(CentrePageQuery, { variables: { slug } });
  return <QueryView query={query}>{({ centre }) => (centre ? <CentreView centre={centre} /> : <NotFoundPage />)}</QueryView>;
}

function CentreView({ centre }: { centre: Centre }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <SheetRow
      aside={
        <Section title={formatMessage({ id: 'directory.contacts' })}>
          <ContactList contacts={centre.contacts} hours={centre.hours} languages={centre.languages} />
        </Section>
      }
    >
      <PageHeader
        title={centre.name.text}
        lang={centre.name.lang}
        crumbs={[{ label: formatMessage({ id: 'directory.centres.title' }), to: href(centresPath()) }]}
        lead={centre.mission && <Local of={centre.mission} />}
        meta={
          <>
            <span>{formatMessage({ id: `directory.centreKind.${centre.kind}` })}</span>
            <Link to={href(schoolsPath(centre.territory.slug))} lang={centre.territory.name.lang}>
              {centre.territory.name.text}
            </Link>
            <OpenNow now={centre.openNow} />
          </>
        }
        actions={
          <>
            <ReachButtons email={centre.contacts.email} phone={centre.contacts.phone} primary />
            {centre.viewerCan.edit && (
              <ButtonLink to={href(editPath(centrePath(centre)))}>{formatMessage({ id: 'directory.edit' })}</ButtonLink>
            )}
          </>
        }
      />
      {centre.state !== 'ACTIVE' && (
        <Banner tone="warn">
          {formatMessage({ id: `directory.state.${centre.state}` })}
          {centre.successor && (
            <>
              {': '}
              <Link to={href(centrePath(centre.successor))} lang={centre.successor.name.lang}>
                {centre.successor.name.text}
              </Link>
            </>
          )}
        </Banner>
      )}
      <Section title={formatMessage({ id: 'directory.structures.title' })} count={centre.structures.length}>
        {centre.structures.length === 0 ? (
          <EmptyState title={formatMessage({ id: 'directory.structures.empty' })} />
        ) : (
          <ul className={styles['tiles']}>
            {centre.structures.map((structure) => (
              <li key={structure.id} data-row>
                <h3 lang={structure.name.lang}>
                  <Link to={href(structurePath(structure))}>{structure.name.text}</Link>
                </h3>
                <p className={styles['quiet']}>{formatMessage({ id: `directory.structureKind.${structure.kind}` })}</p>
                {structure.topics.length > 0 && (
                  <p>
                    {formatMessage(
                      { id: 'directory.helpsWith' },
                      {
                        topics: structure.topics
                          .map(({ topic }) => topic.name.text)
                          .slice(0, 4)
                          .join(', '),
                      },
                    )}
                  </p>
                )}
                <p className={styles['quiet']}>
                  <OpenNow now={structure.openNow} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <PromotedResources territoryId={centre.territory.id} />
      <OwnerResources type="CENTRE" ownerId={centre.id} />
    </SheetRow>
  );
}
