import { graphql, type ResultOf } from '../../app/api/graphql.js';

export const CountyPageQuery = graphql(`
  query CountyPageQuery($county: String!, $year: String) {
    countyOverview(county: $county, year: $year) {
      id
      place {
        id
        slug
        name {
          lang
          text
        }
      }
      above {
        id
        slug
        name {
          lang
          text
        }
      }
      year
      years
      reportYear
      asOf
      sums {
        networks
        atRisk
        watch
        vacancies
        schoolsReached
        schools
        approvals
        approvalsLate
      }
      networks {
        id
        networkId
        slug
        name
        lang
        overall
        signals {
          signal
          health
        }
        createdOn
        year
        yearState
        coordinator {
          id
          handle
          displayName
        }
        coordinatorSince
        vacantSince
        members
        activeMembers
        activePercent
        firstReplyHours
        report {
          year
          state
          dueOn
          submittedAt
          daysLate
        }
        pendingFlags
        lateFlags
        weeklyPosts
        monthlyPosts
      }
      months
      thresholds {
        activeWithinDays
        participationOnTrack
        participationWatch
        firstReplyOnTrack
        firstReplyWatch
        reportLateDays
        newNetworkDays
        version
      }
      viewerCan {
        editThresholds
        createNetwork
        appoint
        exportReports
      }
    }
  }
`);

export const SetHealthThresholdsMutation = graphql(`
  mutation SetHealthThresholdsMutation($input: SetHealthThresholdsInput!) {
    setHealthThresholds(input: $input) {
      thresholds {
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export type Overview = NonNullable<ResultOf<typeof CountyPageQuery>['countyOverview']>;
export type NetworkHealth = Overview['networks'][number];
export type Thresholds = Overview['thresholds'];
