import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { DataTable, Section, StatusMark } from '../../../ui/index.js';
import { verifyPath } from '../paths.js';
import { useHours } from '../use-hours.js';

export const PortfolioYears_portfolio = graphql(`
  fragment PortfolioYears_portfolio on Portfolio {
    personName
    parts
    minutes
    years {
      year
      minutes
      resources {
        title
        lang
        minutes
        doneAt
        path
      }
      paths {
        title
        lang
        minutes
        doneAt
        path
      }
      certificates {
        id
        code
        state
        title
        lang
        issuer
        issuedAt
        revokeReason
      }
    }
  }
`);

type Portfolio = FragmentOf<typeof PortfolioYears_portfolio>;
type Year = Portfolio['years'][number];
type Entry = Year['resources'][number];

/** What was finished, by school year. @param own whether it is the reader's own, who may download certificates */
export function PortfolioYears({ portfolio, own = false }: { portfolio: Portfolio; own?: boolean }) {
  const { formatMessage } = useIntl();
  const hours = useHours();
  const showsHours = portfolio.parts.includes('HOURS');
  return portfolio.years.map((year) => (
    <Section key={year.year} title={year.year} end={showsHours ? hours(year.minutes) : undefined}>
      <Entries caption={formatMessage({ id: 'learning.portfolio.paths' })} entries={year.paths} />
      <Entries caption={formatMessage({ id: 'learning.portfolio.resources' })} entries={year.resources} />
      <Certificates year={year} own={own} />
    </Section>
  ));
}

function Entries({ caption, entries }: { caption: string; entries: readonly Entry[] }) {
  const { formatMessage } = useIntl();
  const { date } = useFormats();
  const href = useHref();
  const hours = useHours();
  if (entries.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      rows={entries}
      rowKey={({ title, doneAt }) => `${doneAt} ${title}`}
      columns={[
        {
          key: 'title',
          header: formatMessage({ id: 'learning.portfolio.title' }),
          cell: ({ title, lang, path }) =>
            path ? (
              <Link to={href(path)} lang={lang}>
                {title}
              </Link>
            ) : (
              <span lang={lang}>{title}</span>
            ),
        },
        { key: 'done', header: formatMessage({ id: 'learning.portfolio.done' }), cell: ({ doneAt }) => date(doneAt) },
        {
          key: 'hours',
          header: formatMessage({ id: 'learning.portfolio.hours' }),
          number: true,
          cell: ({ minutes }) => (minutes > 0 ? hours(minutes) : formatMessage({ id: 'learning.portfolio.none' })),
        },
      ]}
    />
  );
}

function Certificates({ year: { certificates }, own }: { year: Year; own: boolean }) {
  const { formatMessage } = useIntl();
  const { date } = useFormats();
  const href = useHref();
  if (certificates.length === 0) return null;
  return (
    <DataTable
      caption={formatMessage({ id: 'learning.portfolio.certificates' })}
      rows={certificates}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: formatMessage({ id: 'learning.portfolio.title' }),
          cell: ({ title, lang, issuer }) => (
            <>
              <span lang={lang}>{title}</span> <span className="meta">{issuer}</span>
            </>
          ),
        },
        { key: 'issued', header: formatMessage({ id: 'learning.certificate.issued' }), cell: ({ issuedAt }) => date(issuedAt) },
        {
          key: 'code',
          header: formatMessage({ id: 'learning.certificate.code' }),
          cell: ({ code }) => <Link to={href(verifyPath(code))}>{code}</Link>,
        },
        {
          key: 'state',
          header: formatMessage({ id: 'learning.certificate.state' }),
          cell: ({ id, state, title, revokeReason }) =>
            state === 'REVOKED' ? (
              <>
                <StatusMark status="danger">{formatMessage({ id: 'learning.certificate.state.REVOKED' })}</StatusMark>
                {revokeReason && <span className="meta"> {revokeReason}</span>}
              </>
            ) : own ? (
              <a href={`/certificates/${id.slice('Certificate_'.length)}/certificate.pdf`} download>
                {formatMessage({ id: 'learning.certificate.download' })}
                <span className="unseen"> {title}</span>
              </a>
            ) : (
              <StatusMark status="ok">{formatMessage({ id: 'learning.certificate.state.ISSUED' })}</StatusMark>
            ),
        },
      ]}
    />
  );
}
