import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface TaskRowProps {
  title: ReactNode;
  /** Where the title leads; usually the same place as the verb button. */
  to?: string;
  detail?: ReactNode;
  /** A `MarginNote`: when, or how late. */
  margin?: ReactNode;
  /** An `Emblem`, `Avatar` or icon. */
  mark?: ReactNode;
  /** Small acts first, the verb button last. */
  actions?: ReactNode;
  /** The language of the title where people wrote it. */
  lang?: string | undefined;
}

/** One thing to do or open: when in the margin, what in the middle, the verb at the end. Stands in a list. */
export function TaskRow({ title, to, detail, margin, mark, actions, lang }: TaskRowProps) {
  return (
    <li className={mark ? 'task' : 'task no-mark'}>
      {margin}
      {mark}
      <div>
        <div className="title" lang={lang}>
          {to ? <Link to={to}>{title}</Link> : title}
        </div>
        {detail && <div className="muted">{detail}</div>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </li>
  );
}
