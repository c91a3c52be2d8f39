import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { OwnerResources } from '../../../app/library/OwnerResources.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Banner, ButtonLink, PageHeader, Section, SheetRow } from '../../../ui/index.js';
import { ContactList, ContactList_contacts } from '../components/ContactList.js';
import { StaffList } from '../components/StaffList.js';
import { editPath, findPath, schoolPath, schoolsPath } from '../paths.js';

const SchoolPageQuery = graphql(
  `
    query SchoolPageQuery($slug: String!) {
      school(slug: $slug) {
        id
        slug
        name
        lang
        code
        level
        state
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
          slug
          name {
            lang
            text
          }
        }
        territory {
          id
          slug
          name {
            lang
            text
          }
        }
        groups {
          id
          name
          lang
        }
        successor {
          id
          slug
          name
          lang
        }
        viewerCan {
          edit
          confirmAffiliations
        }
      }
    }
  `,
  [ContactList_contacts],
);
type School = NonNullable<ResultOf<typeof SchoolPageQuery>['school']>;

/** The public card of a school. */
export function Component() {
  const { school: slug = '' } = useParams();
  const query = useQuery(SchoolPageQuery, { variables: { slug } });
  return <QueryView query={query}>{({ school }) => (school ? <SchoolView school={school} /> : <NotFoundPage />)}</QueryView>;
}

function SchoolView({ school }: { school: School }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { viewer } = useViewer();
  const street = [school.street, school.number].filter(Boolean).join(' ');
  const town = [school.postalCode, school.postOffice || school.city].filter(Boolean).join(' ');
  const address = [school.postOffice && school.city !== school.postOffice ? school.city : '', street, town].filter(Boolean).join(', ');
  return (
    <SheetRow
      aside={
        <Section title={formatMessage({ id: 'directory.contacts' })}>
          <ContactList contacts={{ ...school.contacts, address: school.contacts.address ?? address }} />
        </Section>
      }
    >
      <PageHeader
        title={school.name}
        lang={school.lang}
        crumbs={[
          { label: formatMessage({ id: 'directory.schools.title' }), to: href(schoolsPath()) },
          { label: school.county.name.text, to: href(schoolsPath(school.county.slug)) },
        ]}
        meta={
          <>
            <span>{formatMessage({ id: `directory.schoolLevel.${school.level}` })}</span>
            <Link to={href(schoolsPath(school.territory.slug))} lang={school.territory.name.lang}>
              {school.territory.name.text}
            </Link>
            {school.code && <span>{formatMessage({ id: 'directory.code' }, { code: school.code })}</span>}
          </>
        }
        actions={
          <>
            <ButtonLink to={href(findPath({ place: `school.${school.slug}` }))}>
              {formatMessage({ id: 'directory.school.help' })}
            </ButtonLink>
            {school.viewerCan.edit && (
              <ButtonLink to={href(editPath(schoolPath(school)))}>{formatMessage({ id: 'directory.edit' })}</ButtonLink>
            )}
          </>
        }
      />
      {school.state !== 'ACTIVE' && (
        <Banner tone="warn">
          {formatMessage({ id: `directory.state.${school.state}` })}
          {school.successor && (
            <>
              {': '}
              <Link to={href(schoolPath(school.successor))} lang={school.successor.lang}>
                {school.successor.name}
              </Link>
            </>
          )}
        </Banner>
      )}
      {school.groups.length > 0 && (
        <Section title={formatMessage({ id: 'directory.groups' })}>
          <ul>
            {school.groups.map((group) => (
              <li key={group.id} lang={group.lang}>
                {group.name}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <OwnerResources type="SCHOOL" ownerId={school.id} />
      {viewer && school.state === 'ACTIVE' && <StaffList schoolId={school.id} mayInvite={school.viewerCan.confirmAffiliations} />}
    </SheetRow>
  );
}
