import { X } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Button } from '../../../ui/index.js';
import { type Asked, FACET_NAMES, type FacetName } from '../library-params.js';
import { useValueWords } from '../use-value-words.js';
import styles from './ChosenChips.module.css';
import type { FacetCounts } from './FacetPanel.js';

/** What is chosen, each with a way to take it back. */
export function ChosenChips({
  asked,
  facets,
  onToggle,
  onClear,
}: {
  asked: Asked;
  facets: readonly FacetCounts[];
  onToggle: (facet: FacetName, value: string) => void;
  onClear: () => void;
}) {
  const { formatMessage } = useIntl();
  const words = useValueWords();
  const chosen = FACET_NAMES.flatMap((facet) => asked.chosen[facet].map((value) => ({ facet, value })));
  if (chosen.length === 0) return null;
  const nameOf = (facet: FacetName, value: string): string =>
    facets.find((each) => each.facet === facet)?.values.find((each) => each.value === value)?.name ?? words(facet, value);
  return (
    <ul className={styles['chips']} aria-label={formatMessage({ id: 'finding.chosen' })}>
      {chosen.map(({ facet, value }) => (
        <li key={`${facet} ${value}`}>
          <button
            type="button"
            className={styles['chip']}
            aria-label={formatMessage({ id: 'finding.takeBack' }, { value: nameOf(facet, value) })}
            onClick={() => onToggle(facet, value)}
          >
            {nameOf(facet, value)}
            <X size={16} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <Button kind="subtle" onClick={onClear}>
          {formatMessage({ id: 'finding.clear' })}
        </Button>
      </li>
    </ul>
  );
}
