import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link, Navigate, useParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Avatar, ButtonLink, EmptyState, MarginNote, PageHeader, Section, SheetRow, TaskRow } from '../../../ui/index.js';
import { schoolPath } from '../../directory/paths.js';
import { personPath, preferencesPath } from '../paths.js';

const PersonPageQuery = graphql(`
  query PersonPageQuery($handle: String!) {
    person(handle: $handle) {
      id
      handle
      displayName
      about
      email
      affiliations {
        id
        profession
        state
        body
        school {
          id
          slug
          name
        }
      }
      appointments {
        id
        role
        startsOn
        endsOn
        scope {
          kind
          id
          name
          path
        }
        letter {
          name
          path
        }
      }
    }
  }
`);

type Person = NonNullable<ResultOf<typeof PersonPageQuery>['person']>;

/** What a person shows of themselves. The address of an account that was merged into another leads to that. */
export function Component() {
  const { handle = '' } = useParams();
  const href = useHref();
  const query = useQuery(PersonPageQuery, { variables: { handle }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ person }) => {
        if (person && person.handle !== handle) return <Navigate to={href(personPath(person))} replace />;
        return person ? <Profile person={person} /> : <NotFoundPage />;
      }}
    </QueryView>
  );
}

function Profile({ person }: { person: Person }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const own = useViewer().viewer?.person.id === person.id;
  return (
    <SheetRow margin={<Avatar name={person.displayName} />}>
      <PageHeader
        title={person.displayName}
        meta={
          person.email && (
            <a className="link" href={`mailto:${person.email}`}>
              {person.email}
            </a>
          )
        }
        actions={own && <ButtonLink to={href(preferencesPath())}>{formatMessage({ id: 'accounts.person.edit' })}</ButtonLink>}
      />
      {person.about && <p className="lead">{person.about}</p>}
      {person.affiliations.length > 0 && (
        <Section title={formatMessage({ id: 'accounts.person.work' })} count={person.affiliations.length}>
          <ul>
            {person.affiliations.map((affiliation) => (
              <WorkRow key={affiliation.id} affiliation={affiliation} />
            ))}
          </ul>
        </Section>
      )}
      {person.appointments.length > 0 ? (
        <Section title={formatMessage({ id: 'accounts.person.roles' })} count={person.appointments.length}>
          <ul>
            {person.appointments.map((appointment) => (
              <RoleRow key={appointment.id} appointment={appointment} />
            ))}
          </ul>
        </Section>
      ) : (
        !person.about &&
        person.affiliations.length === 0 && (
          <EmptyState title={formatMessage({ id: 'accounts.person.nothing' })}>
            {own && formatMessage({ id: 'accounts.person.nothingOwn' })}
          </EmptyState>
        )
      )}
    </SheetRow>
  );
}

function WorkRow({ affiliation: { profession, state, body, school } }: { affiliation: Person['affiliations'][number] }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const claimed = state === 'CLAIMED' ? formatMessage({ id: 'accounts.person.claimed' }) : null;
  return (
    <TaskRow
      title={school ? school.name : body}
      {...(school && { to: href(schoolPath(school)) })}
      detail={[formatMessage({ id: `directory.profession.${profession}` }), claimed].filter(Boolean).join(' · ')}
    />
  );
}

function RoleRow({ appointment: { role, scope, startsOn, endsOn, letter } }: { appointment: Person['appointments'][number] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  return (
    <TaskRow
      margin={
        <MarginNote strong={formats.shortDate(startsOn)}>
          {endsOn ? formatMessage({ id: 'accounts.person.until' }, { date: formats.shortDate(endsOn) }) : null}
        </MarginNote>
      }
      title={formatMessage({ id: `appointments.roleName.${role}` })}
      detail={
        scope && scope.kind !== 'EVERYTHING' ? (
          <Link className="link" to={href(scope.path)}>
            {scope.name}
          </Link>
        ) : null
      }
      actions={
        letter && (
          <a className="link" href={letter.path}>
            {formatMessage({ id: 'accounts.person.letter' })}
          </a>
        )
      }
    />
  );
}
