import { useId, type ComponentProps, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { StatusShape } from './StatusMark.js';

interface FieldText {
  label: ReactNode;
  hint?: ReactNode;
  /** The message beside the field; the same words stand in the summary. */
  error?: string | undefined;
  /** Marked "optional"; all other fields are needed. */
  optional?: boolean;
}

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** Label, hint and error around a control; `children` receives what ties the control to them. */
export function Field({
  id: givenId,
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldText & { id?: string | undefined; children: (wiring: Wiring) => ReactNode }) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field invalid' : 'field'}>
      <label htmlFor={id}>
        {label} {optional && <OptionalMark />}
      </label>
      <Notes id={id} hint={hint} error={error} />
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

function OptionalMark() {
  const { formatMessage } = useIntl();
  return <span className="optional">{formatMessage({ id: 'ui.optional' })}</span>;
}

function Notes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          <StatusShape status="danger" />
          {error}
        </span>
      )}
    </>
  );
}

/** One line of text. `id` is the field's name in the errors of a command, so that the summary can lead to it. */
export function TextField({ label, hint, error, optional, id, className, ...rest }: ComponentProps<'input'> & FieldText) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wiring) => <input type="text" {...rest} {...wiring} className={['input', className ?? ''].join(' ').trim()} />}
    </Field>
  );
}

/** Several lines of text; `reading` sets them in the reading face. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  id,
  reading = false,
  ...rest
}: ComponentProps<'textarea'> & FieldText & { reading?: boolean }) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wiring) => <textarea {...rest} {...wiring} className={reading ? 'input reading' : 'input'} />}
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** A native select. `placeholder` is the empty first choice. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  id,
  choices,
  placeholder,
  ...rest
}: ComponentProps<'select'> & FieldText & { choices: readonly Choice[]; placeholder?: string }) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wiring) => (
        <select {...rest} {...wiring} className="input">
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A day, by the browser's own date field; the value is `2026-11-24`. */
export function DateField(props: Omit<ComponentProps<typeof TextField>, 'type'>) {
  return <TextField {...props} type="date" className="narrow" />;
}

/** One yes or no. */
export function Checkbox({ label, hint, error, id: givenId, ...rest }: Omit<ComponentProps<'input'>, 'type'> & FieldText) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <div className={error ? 'field invalid' : 'field'}>
      <div className="choice">
        <input
          {...rest}
          id={id}
          type="checkbox"
          aria-describedby={hint || error ? `${id}-hint ${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

export interface RadioGroupProps extends FieldText {
  id?: string;
  name: string;
  value: string | null;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  /** Pills in a row, as on the find page, instead of a column. */
  inline?: boolean;
}

/** One of a few, all in sight. */
export function RadioGroup({
  id: givenId,
  label,
  hint,
  error,
  optional = false,
  name,
  value,
  choices,
  onChange,
  inline = false,
}: RadioGroupProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <fieldset className={error ? 'field invalid' : 'field'} aria-describedby={hint || error ? `${id}-hint ${id}-error` : undefined}>
      <legend>
        {label} {optional && <OptionalMark />}
      </legend>
      <Notes id={id} hint={hint} error={error} />
      <div className={inline ? 'button-row' : undefined}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={inline ? 'pill' : 'choice'}>
            <input
              id={index === 0 ? id : undefined}
              className={inline ? 'unseen' : undefined}
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
