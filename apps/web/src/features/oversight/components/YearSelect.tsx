import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import styles from './County.module.css';
import { SelectField } from '../../../ui/index.js';

/** Looks at another school year of the county; the choice stands in the address. */
export function YearSelect({ years, year }: { years: readonly string[]; year: string }) {
  const { formatMessage } = useIntl();
  const [params, setParams] = useSearchParams();
  if (years.length < 2) return null;
  return (
    <div className={styles['year']}>
      <SelectField
        label={formatMessage({ id: 'oversight.year' })}
        value={year}
        choices={years.map((each) => ({ value: each, label: each }))}
        onChange={(event) => {
          const next = new URLSearchParams(params);
          next.set('year', event.target.value.replace('/', '-'));
          setParams(next, { replace: true });
        }}
      />
    </div>
  );
}
