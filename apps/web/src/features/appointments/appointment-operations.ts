import { graphql, type FragmentOf, type ResultOf } from '../../app/api/graphql.js';

export const AppointmentRow_appointment = graphql(`
  fragment AppointmentRow_appointment on Appointment {
    id
    role
    state
    startsOn
    endsOn
    note
    revokedAt
    endReason
    version
    person {
      id
      handle
      displayName
    }
    appointedBy {
      id
      displayName
    }
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
    viewerCan {
      end
    }
  }
`);

export type AppointmentItem = FragmentOf<typeof AppointmentRow_appointment>;

export const AppointmentListQuery = graphql(
  `
    query AppointmentListQuery($first: Int!, $after: String, $filter: AppointmentFilter) {
      appointments(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...AppointmentRow_appointment
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AppointmentRow_appointment],
);

export const AppointmentFormQuery = graphql(`
  query AppointmentFormQuery {
    appointmentForm {
      roles
      startsOn
      endsOn
    }
  }
`);

export type FormDefaults = ResultOf<typeof AppointmentFormQuery>['appointmentForm'];
export type Role = FormDefaults['roles'][number];

export const AppointMutation = graphql(
  `
    mutation AppointMutation($input: AppointInput!) {
      appoint(input: $input) {
        appointment {
          ...AppointmentRow_appointment
        }
        invited
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [AppointmentRow_appointment],
);

export const EndAppointmentMutation = graphql(
  `
    mutation EndAppointmentMutation($input: EndAppointmentInput!) {
      endAppointment(input: $input) {
        appointment {
          ...AppointmentRow_appointment
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [AppointmentRow_appointment],
);

/** The lists that change with every appointment. */
export const CHANGED_LISTS = ['AppointmentListQuery', 'VacantPostsQuery', 'ShellViewerQuery'];
