import { useQuery } from '@apollo/client/react';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, MarginNote, PageHeader, Section, SheetRow, Skeleton, TaskRow } from '../../../ui/index.js';
import { AppointDialog, type Post } from '../components/AppointDialog.js';
import { AppointmentTable } from '../components/AppointmentTable.js';

const CountyAppointmentsPageQuery = graphql(`
  query CountyAppointmentsPageQuery($slug: String!) {
    territory(slug: $slug) {
      id
      kind
      slug
      name {
        lang
        text
      }
    }
  }
`);

const VacantPostsQuery = graphql(`
  query VacantPostsQuery($territoryId: ID!) {
    vacantPosts(territoryId: $territoryId, first: 100) {
      role
      since
      nextFrom
      scope {
        kind
        id
        name
        path
      }
    }
    appointmentForm {
      roles
      startsOn
      endsOn
    }
  }
`);

type County = NonNullable<ResultOf<typeof CountyAppointmentsPageQuery>['territory']>;
type Vacancy = ResultOf<typeof VacantPostsQuery>['vacantPosts'][number];

/** Who holds which post in a county: vacancies first. */
export function Component() {
  const { county: slug = '' } = useParams();
  const query = useQuery(CountyAppointmentsPageQuery, { variables: { slug } });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ territory }) => (territory?.kind === 'COUNTY' ? <CountyView county={territory} /> : <NotFoundPage />)}
    </QueryView>
  );
}

function CountyView({ county }: { county: County }) {
  const query = useQuery(VacantPostsQuery, { variables: { territoryId: county.id }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ vacantPosts, appointmentForm: { roles } }) => <Posts county={county} vacancies={vacantPosts} mayAppoint={roles.length > 0} />}
    </QueryView>
  );
}

function Posts({ county, vacancies, mayAppoint }: { county: County; vacancies: readonly Vacancy[]; mayAppoint: boolean }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [dialog, setDialog] = useState<{ post: Post | null } | null>(null);
  const first = vacancies[0];
  const title =
    vacancies.length === 1 && first
      ? formatMessage({ id: `appointments.vacant.one.${first.role}` }, { scope: first.scope.name })
      : formatMessage({ id: 'appointments.county.title' }, { count: vacancies.length });
  return (
    <SheetRow>
      <PageHeader
        title={title}
        crumbs={[{ label: county.name.text, to: href(`/county/${county.slug}`) }]}
        actions={
          mayAppoint && (
            <Button kind={vacancies.length === 0 ? 'primary' : 'outlined'} icon={UserRoundPlus} onClick={() => setDialog({ post: null })}>
              {formatMessage({ id: 'appointments.appoint' })}
            </Button>
          )
        }
      />
      {vacancies.length > 0 && (
        <Section title={formatMessage({ id: 'appointments.vacancies' })} count={vacancies.length} id="vacancies">
          <ul>
            {vacancies.map((vacancy, index) => (
              <VacancyRow
                key={`${vacancy.role}-${vacancy.scope.id}`}
                vacancy={vacancy}
                primary={index === 0}
                onAppoint={() => setDialog({ post: vacancy })}
              />
            ))}
          </ul>
        </Section>
      )}
      <AppointmentTable territoryId={county.id} role={null} />
      <AppointDialog open={dialog !== null} post={dialog?.post ?? null} territoryId={county.id} onClose={() => setDialog(null)} />
    </SheetRow>
  );
}

function VacancyRow({ vacancy, primary, onAppoint }: { vacancy: Vacancy; primary: boolean; onAppoint: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const { role, scope, since, nextFrom } = vacancy;
  const role_ = formatMessage({ id: `appointments.roleName.${role}` });
  return (
    <TaskRow
      margin={
        since ? (
          <MarginNote tone="danger" strong={formats.shortDate(since)}>
            {formatMessage({ id: 'appointments.vacant.since' })}
          </MarginNote>
        ) : (
          <MarginNote strong={formatMessage({ id: 'appointments.vacant.never' })} />
        )
      }
      title={scope.name}
      to={href(scope.path)}
      detail={nextFrom ? formatMessage({ id: 'appointments.vacant.next' }, { role: role_, date: formats.shortDate(nextFrom) }) : role_}
      actions={
        <Button
          kind={primary ? 'primary' : 'outlined'}
          onClick={onAppoint}
          aria-label={formatMessage({ id: 'appointments.appoint.titleFor' }, { scope: scope.name })}
        >
          {formatMessage({ id: 'appointments.appoint' })}
        </Button>
      }
    />
  );
}
