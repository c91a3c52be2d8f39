import { SCHOOL_LEVELS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ResultOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Button } from '../../../ui/index.js';
import type { LibraryPageQuery } from '../library-operations.js';
import type { Asked, FacetName } from '../library-params.js';
import { DURATIONS, useValueWords } from '../use-value-words.js';
import styles from './FacetPanel.module.css';

export type FacetCounts = ResultOf<typeof LibraryPageQuery>['library']['facets'][number];

/** Values of a facet that are shown before somebody asks for all. */
const FEW = 6;

/** What results can be narrowed by, with how many each choice leaves. */
export function FacetPanel({
  facets,
  asked,
  onToggle,
}: {
  facets: readonly FacetCounts[];
  asked: Asked;
  onToggle: (facet: FacetName, value: string) => void;
}) {
  return (
    <div className={styles['panel']}>
      {facets.map((facet) => (
        <FacetGroup key={facet.facet} facet={facet} chosen={asked.chosen[facet.facet]} onToggle={onToggle} />
      ))}
    </div>
  );
}

/** What has an order of its own stands in it, everything else by how many it leaves. */
const OWN_ORDER: Partial<Record<FacetName, readonly string[]>> = {
  LEVEL: SCHOOL_LEVELS,
  MINUTES: DURATIONS,
};

function inOrder({ facet, values }: FacetCounts): FacetCounts['values'] {
  const order = OWN_ORDER[facet];
  return order ? values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : values;
}

function FacetGroup({
  facet: counts,
  chosen,
  onToggle,
}: {
  facet: FacetCounts;
  chosen: readonly string[];
  onToggle: (facet: FacetName, value: string) => void;
}) {
  const { facet } = counts;
  const values = inOrder(counts);
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const words = useValueWords();
  const [all, setAll] = useState(false);
  const shown = values.filter(({ value }, index) => all || index < FEW || chosen.includes(value));
  return (
    <fieldset className={styles['group']}>
      <legend>{formatMessage({ id: `finding.facet.${facet}` })}</legend>
      <ul>
        {shown.map(({ value, count, name, lang }) => (
          <li key={value}>
            <label>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(facet, value)} />
              <span lang={lang ?? undefined}>{name ?? words(facet, value)}</span>
              <span className={styles['count']}>{formats.number(count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {values.length > shown.length && (
        <Button kind="subtle" onClick={() => setAll(true)}>
          {formatMessage({ id: 'finding.moreValues' }, { count: values.length - shown.length })}
        </Button>
      )}
    </fieldset>
  );
}
