import { useIntl } from 'react-intl';

const TYPES = [
  'Affiliation',
  'AnnualReport',
  'Appointment',
  'AuditLog',
  'Centre',
  'ConsentText',
  'CorrectionRequest',
  'Erasure',
  'Export',
  'Identity',
  'ImportRun',
  'Membership',
  'Network',
  'Passkey',
  'Person',
  'Post',
  'Retention',
  'School',
  'SchoolGroup',
  'Session',
  'Structure',
  'Territory',
  'Thread',
  'Topic',
] as const;

/** Words for the kinds of records in the log; a kind that came later goes by its code. */
export function useSubjectTypes(): (type: string) => string {
  const { formatMessage } = useIntl();
  return (type) => {
    const known = TYPES.find((each) => each === type);
    return known ? formatMessage({ id: `audit.types.${known}` }) : type;
  };
}
