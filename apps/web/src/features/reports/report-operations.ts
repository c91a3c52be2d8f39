import { graphql, type FragmentOf, type ResultOf } from '../../app/api/graphql.js';

/** All of a report that its page shows and that a command may change. */
export const Report_annualReport = graphql(`
  fragment Report_annualReport on AnnualReport {
    id
    year
    lang
    state
    revision
    version
    asOf
    dueOn
    remarks
    presentedAt
    submittedAt
    decidedAt
    publishedAt
    contentHash
    network {
      id
      name
      slug
      lang
    }
    sections {
      key
      title
      sentence {
        text
        figure
      }
      figures {
        key
        label
        value
        rowsKey
      }
      tables {
        key
        caption
        columns
        rows {
          key
          label
          values
        }
      }
    }
    narrative {
      key
      text
      html
      required
    }
    submittedBy {
      id
      displayName
    }
    decidedBy {
      id
      displayName
    }
    viewerCan {
      write
      present
      submit
      decide
      revise
      publish
      export
    }
  }
`);

export type Report = FragmentOf<typeof Report_annualReport>;
export type ReportSection = Report['sections'][number];

export const ReportPageQuery = graphql(
  `
    query ReportPageQuery($network: String!, $year: String!) {
      annualReport(network: $network, year: $year) {
        ...Report_annualReport
      }
    }
  `,
  [Report_annualReport],
);

/** What changed in the records since the figures were accepted. Asked apart, since all figures are computed anew for it. */
export const ReportChangesQuery = graphql(`
  query ReportChangesQuery($network: String!, $year: String!) {
    annualReport(network: $network, year: $year) {
      id
      changes {
        path
        label
        from
        to
      }
    }
  }
`);

export type FigureChanges = NonNullable<ResultOf<typeof ReportChangesQuery>['annualReport']>['changes'];

export const ReportRowsQuery = graphql(`
  query ReportRowsQuery($network: String!, $year: String!, $rowsKey: String!, $first: Int!, $after: String) {
    annualReport(network: $network, year: $year) {
      id
      rows(rowsKey: $rowsKey, first: $first, after: $after) {
        edges {
          node {
            id
            at
            label
            detail
            path
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export type ReportRow = NonNullable<ResultOf<typeof ReportRowsQuery>['annualReport']>['rows']['edges'][number]['node'];

export const OpenReportMutation = graphql(`
  mutation OpenReportMutation($input: OpenReportInput!) {
    openReport(input: $input) {
      report {
        id
        year
        state
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

export const AcceptFiguresMutation = graphql(
  `
    mutation AcceptFiguresMutation($input: AcceptFiguresInput!) {
      acceptFigures(input: $input) {
        report {
          ...Report_annualReport
          changes {
            path
            label
            from
            to
          }
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Report_annualReport],
);

export const WriteNarrativeMutation = graphql(
  `
    mutation WriteNarrativeMutation($input: WriteNarrativeInput!) {
      writeNarrative(input: $input) {
        report {
          ...Report_annualReport
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Report_annualReport],
);

export const PresentReportMutation = graphql(
  `
    mutation PresentReportMutation($input: ReportActInput!) {
      presentReport(input: $input) {
        report {
          ...Report_annualReport
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Report_annualReport],
);

export const SubmitReportMutation = graphql(
  `
    mutation SubmitReportMutation($input: ReportActInput!) {
      submitReport(input: $input) {
        report {
          ...Report_annualReport
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Report_annualReport],
);

export const PublishReportMutation = graphql(
  `
    mutation PublishReportMutation($input: ReportActInput!) {
      publishReport(input: $input) {
        report {
          ...Report_annualReport
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Report_annualReport],
);

export const ApproveReportMutation = graphql(
  `
    mutation ApproveReportMutation($input: ReportActInput!) {
      approveReport(input: $input) {
        report {
          ...Report_annualReport
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Report_annualReport],
);

export const ReturnReportMutation = graphql(
  `
    mutation ReturnReportMutation($input: ReturnReportInput!) {
      returnReport(input: $input) {
        report {
          ...Report_annualReport
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Report_annualReport],
);

export const ReviseReportMutation = graphql(
  `
    mutation ReviseReportMutation($input: ReportActInput!) {
      reviseReport(input: $input) {
        report {
          ...Report_annualReport
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Report_annualReport],
);
