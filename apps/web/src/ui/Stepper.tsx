import { Check } from 'lucide-react';

/** Where a thing stands on its way (Draft, Presented, Submitted, Approved). Steps before the current one are done. */
export function Stepper({
  steps,
  current,
  label,
}: {
  steps: readonly { key: string; label: string; note?: string }[];
  current: string;
  label: string;
}) {
  const at = steps.findIndex((step) => step.key === current);
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.key} aria-current={index === at ? 'step' : undefined}>
          {index < at && <Check aria-hidden />}
          {step.label}
          {step.note && <span className="meta">{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}
