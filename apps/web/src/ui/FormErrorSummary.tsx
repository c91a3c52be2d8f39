import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';

export interface FormError {
  /** The id of the field, or empty for an error of the whole form. */
  field: string;
  message: string;
}

/** The errors of a form, above it: takes the focus when they appear and leads to each field. Pass `problem` to `PageHeader` beside it. */
export function FormErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const { formatMessage } = useIntl();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{formatMessage({ id: 'ui.errorSummary' }, { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            {error.field ? (
              <a href={`#${error.field}`} onClick={(event) => focusField(event, error.field)}>
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(event: React.MouseEvent, field: string): void {
  const target = document.getElementById(field);
  if (!target) return;
  event.preventDefault();
  target.focus();
  (target.closest('.field') ?? target).scrollIntoView({ block: 'center' });
}
