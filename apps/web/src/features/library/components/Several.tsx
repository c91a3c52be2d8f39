import { Checkbox } from '../../../ui/index.js';
import styles from './Library.module.css';

/** Any of several; none is a choice too. */
export function Several<Value extends string>({
  id,
  legend,
  hint,
  error,
  values,
  chosen,
  label,
  onChange,
}: {
  id: string;
  legend: string;
  hint?: string;
  error: string | undefined;
  values: readonly Value[];
  chosen: readonly Value[];
  label: (value: Value) => string;
  onChange: (chosen: Value[]) => void;
}) {
  return (
    <fieldset className={error ? 'field invalid' : 'field'} id={id} aria-describedby={hint || error ? `${id}-hint ${id}-error` : undefined}>
      <legend>{legend}</legend>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <div className={styles['several']}>
        {values.map((value) => (
          <Checkbox
            key={value}
            label={label(value)}
            checked={chosen.includes(value)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
        ))}
      </div>
    </fieldset>
  );
}
