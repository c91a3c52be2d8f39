import { useQuery } from '@apollo/client/react';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { EmptyState, IconButton, Pager } from '../../../ui/index.js';
import { ReportRowsQuery, type Report, type ReportRow } from '../report-operations.js';
import styles from './Report.module.css';

const PAGE = 50;

/** The records behind a figure, beside the report. */
export function FigureRows({ report, rowsKey, label, onClose }: { report: Report; rowsKey: string; label: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const heading = useRef<HTMLHeadingElement>(null);
  const query = useQuery(ReportRowsQuery, { variables: { network: report.network.slug, year: report.year, rowsKey, first: PAGE } });
  useEffect(() => heading.current?.focus(), [rowsKey]);
  return (
    <section className={styles.rows} aria-labelledby="figure-rows">
      <header>
        <h2 id="figure-rows" ref={heading} tabIndex={-1}>
          {formatMessage({ id: 'reports.rows.title' }, { label })}
        </h2>
        <IconButton icon={X} label={formatMessage({ id: 'ui.close' })} onClick={onClose} />
      </header>
      <QueryView query={query} page={false}>
        {(data) => {
          const rows = data.annualReport?.rows;
          if (!rows || rows.edges.length === 0) return <EmptyState title={formatMessage({ id: 'reports.rows.none' })} />;
          const { pageInfo } = rows;
          return (
            <>
              <ol>
                {rows.edges.map(({ node }) => (
                  <Row key={node.id + node.at} row={node} />
                ))}
              </ol>
              <Pager
                shown={rows.edges.length}
                hasMore={pageInfo.hasNextPage}
                busy={query.loading}
                onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
              />
            </>
          );
        }}
      </QueryView>
    </section>
  );
}

function Row({ row }: { row: ReportRow }) {
  const formats = useFormats();
  const href = useHref();
  return (
    <li>
      <time dateTime={row.at}>{formats.shortDate(row.at)}</time>
      <div>
        {row.path ? <Link to={href(row.path)}>{row.label}</Link> : row.label}
        {row.detail && <small>{row.detail}</small>}
      </div>
    </li>
  );
}
