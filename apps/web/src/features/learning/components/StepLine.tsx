import { CircleCheck, Circle, Lock } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { FragmentOf } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { Icon } from '../../../ui/index.js';
import type { PathView_path } from '../path-operations.js';
import { pathStepPath } from '../paths.js';
import { useHours } from '../use-hours.js';
import styles from './StepLine.module.css';

export type PathView = FragmentOf<typeof PathView_path>;
export type Step = PathView['steps'][number];

/** A step's title; of what is closed to the reader only that it is. */
export function useStepTitle(): (step: Step) => string {
  const { formatMessage } = useIntl();
  return (step) => (step.closed ? formatMessage({ id: 'learning.step.closed' }) : step.title);
}

/** The steps of a path as a line down the page: what is done, what comes, what is required. */
export function StepLine({ path, current }: { path: PathView; current?: number }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const hours = useHours();
  const titleOf = useStepTitle();
  return (
    <ol className={styles.line}>
      {path.steps.map((step, at) => (
        <li key={step.id} className={step.done ? styles.done : undefined} aria-current={current === at + 1 ? 'step' : undefined} data-row>
          <Icon of={step.done ? CircleCheck : step.closed ? Lock : Circle} />
          <div>
            <Link to={href(pathStepPath(path, at + 1))} lang={step.closed ? undefined : step.lang}>
              {titleOf(step)}
            </Link>
            <p className="meta">
              {[
                formatMessage({ id: `learning.step.kind.${step.kind}` }),
                formatMessage({
                  id: step.gone ? 'learning.step.gone' : step.required ? 'learning.step.required' : 'learning.step.optional',
                }),
                step.minutes ? hours(step.minutes) : null,
                step.done ? formatMessage({ id: 'learning.step.done' }) : null,
              ]
                .filter((fact) => fact !== null)
                .join(' · ')}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
