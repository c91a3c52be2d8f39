import { countedSource } from '../../platform/reporting.js';
import { membershipReportWords } from './network.report.words.js';

const member = `
  SELECT m.id, %AT% AS at, p.display_name AS label, coalesce(s.name, '') AS detail, '/people/' || p.handle AS path
  FROM memberships m JOIN people p ON p.id = m.person_id LEFT JOIN schools s ON s.id = m.school_id
  WHERE m.network_id = period.owner AND m.state IN ('ACTIVE', 'LEFT')`;
const membersWhere = (at: string, condition: string) => `${member.replace('%AT%', at)} AND ${condition}`;

/** Membership in the annual report: who was there at the end, who came and went, which schools they come from. */
export const membershipReport = countedSource('membership', membershipReportWords, [
  {
    key: 'MEMBERS',
    unit: 'PERSONS',
    records: membersWhere('m.joined_at', 'm.joined_at < period.until AND (m.left_at IS NULL OR m.left_at >= period.until)'),
  },
  { key: 'JOINED', unit: 'PERSONS', records: membersWhere('m.joined_at', 'm.joined_at >= period.since AND m.joined_at < period.until') },
  { key: 'LEFT', unit: 'PERSONS', records: membersWhere('m.left_at', 'm.left_at >= period.since AND m.left_at < period.until') },
  {
    key: 'SCHOOLS',
    unit: 'SCHOOLS',
    records: `
      SELECT s.id, min(m.joined_at) AS at, s.name AS label, s.city AS detail, '/schools/' || s.slug AS path
      FROM memberships m JOIN schools s ON s.id = m.school_id
      WHERE m.network_id = period.owner AND m.state IN ('ACTIVE', 'LEFT') AND m.joined_at < period.until AND (m.left_at IS NULL OR m.left_at >= period.until)
      GROUP BY s.id`,
  },
]);
