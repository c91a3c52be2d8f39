import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Section } from '../../ui/Sheet.js';
import { Sparkline } from '../../ui/Sparkline.js';
import { StatusMark } from '../../ui/StatusMark.js';
import { graphql } from '../api/graphql.js';
import { useFormats } from '../i18n/use-formats.js';
import styles from './NetworkHealthPanel.module.css';

const NetworkHealthPanelQuery = graphql(`
  query NetworkHealthPanelQuery($slug: String!) {
    network(slug: $slug) {
      id
      health {
        id
        overall
        signals {
          signal
          health
        }
        activePercent
        activeMembers
        members
        firstReplyHours
        report {
          year
          dueOn
          submittedAt
          daysLate
        }
        weeklyPosts
      }
    }
  }
`);

const STATUS = { AT_RISK: 'danger', WATCH: 'warn', ON_TRACK: 'ok', NO_DATA: 'none' } as const;

/** How a network stands, for its coordinator and those above; nothing for everybody else. Stands in the aside of the network's page. */
export function NetworkHealthPanel({ slug }: { slug: string }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const { data } = useQuery(NetworkHealthPanelQuery, { variables: { slug } });
  const health = data?.network?.health;
  if (!health) return null;
  const values = {
    participation:
      health.activePercent === null
        ? '–'
        : formatMessage(
            { id: 'app.health.members' },
            { active: health.activeMembers, members: health.members, percent: formats.percent(health.activePercent / 100) },
          ),
    replies:
      health.firstReplyHours === null ? '–' : formatMessage({ id: 'app.health.hours' }, { hours: Math.round(health.firstReplyHours) }),
    report:
      health.report === null
        ? '–'
        : health.report.submittedAt !== null
          ? formats.shortDate(health.report.submittedAt)
          : formatMessage(
              { id: health.report.daysLate > 0 ? 'app.health.late' : 'app.health.due' },
              { count: health.report.daysLate, date: formats.shortDate(health.report.dueOn) },
            ),
    coordinator: '',
  };
  return (
    <Section title={formatMessage({ id: 'app.health.title' })}>
      <p>
        <StatusMark status={STATUS[health.overall]}>{formatMessage({ id: `app.health.${health.overall}` })}</StatusMark>
      </p>
      <dl className={styles['signals']}>
        {health.signals
          .filter(({ signal, health: stand }) => signal !== 'coordinator' || stand === 'AT_RISK')
          .map(({ signal, health: stand }) => (
            <div key={signal}>
              <dt>{formatMessage({ id: `app.health.signal.${signal}` })}</dt>
              <dd>
                <StatusMark plain status={STATUS[stand]}>
                  {signal === 'coordinator' ? formatMessage({ id: 'app.health.vacant' }) : values[signal]}
                </StatusMark>
              </dd>
            </div>
          ))}
      </dl>
      <Sparkline
        values={health.weeklyPosts}
        status={STATUS[health.overall]}
        width={160}
        label={formatMessage({ id: 'app.health.weeks' }, { total: health.weeklyPosts.reduce((sum, posts) => sum + posts, 0) })}
      />
    </Section>
  );
}
