import { LICENCES, RESOURCE_KINDS, SCHOOL_LEVELS, SUBJECTS } from '@stoa/domain';
import { useIntl } from 'react-intl';
import type { FacetName } from './library-params.js';

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | undefined => values.find((value) => value === text);
/** How long something takes, in the order in which one reads it. */
export const DURATIONS = ['UP_TO_15', 'UP_TO_30', 'UP_TO_60', 'UP_TO_120', 'LONGER'] as const;

/** What a code of a facet is called in the reader's language; a value that is no code is its own name. */
export function useValueWords(): (facet: FacetName, value: string) => string {
  const { formatMessage, formatDisplayName } = useIntl();
  return (facet, value) => {
    const subject = facet === 'SUBJECT' && oneOf(SUBJECTS, value);
    if (subject) return formatMessage({ id: `library.subject.${subject}` });
    const level = facet === 'LEVEL' && oneOf(SCHOOL_LEVELS, value);
    if (level) return formatMessage({ id: `networks.level.${level}` });
    const kind = facet === 'KIND' && oneOf(RESOURCE_KINDS, value);
    if (kind) return formatMessage({ id: `library.kind.${kind}` });
    const minutes = facet === 'MINUTES' && oneOf(DURATIONS, value);
    if (minutes) return formatMessage({ id: `finding.minutes.${minutes}` });
    const licence = facet === 'LICENCE' && oneOf(LICENCES, value);
    if (licence) return formatMessage({ id: `finding.licence.${licence}` });
    if (facet === 'LANGUAGE' && /^[a-z]{2}$/u.test(value)) return formatDisplayName(value, { type: 'language' }) ?? value;
    return value;
  };
}
