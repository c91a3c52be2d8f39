import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';

export interface FigureChipProps {
  /** The locked figure with its noun ("10 meetings"). */
  children: ReactNode;
  /** The older figure where the data changed since it was locked; shown struck. */
  was?: ReactNode;
  /** Whether its rows are open beside it. */
  open?: boolean;
  /** What pressing it does, for screen readers ("Show the rows behind"). */
  describe?: string;
  onOpen?: () => void;
}

/** A figure that Stoa counted, inside a sentence: a lock, the number, and its rows one press away. */
export function FigureChip({ children, was, open = false, describe, onOpen }: FigureChipProps) {
  const content = (
    <>
      <Lock aria-hidden />
      {was !== undefined && <s>{was}</s>}
      {children}
    </>
  );
  const look = was === undefined ? 'figure-chip' : 'figure-chip changed';
  if (!onOpen) return <span className={look}>{content}</span>;
  return (
    <button type="button" className={look} aria-expanded={open} title={describe} onClick={onOpen}>
      {content}
    </button>
  );
}
