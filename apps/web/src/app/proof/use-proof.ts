import { useCallback, useRef, useState } from 'react';

/** A question that waits for its answer. */
export interface Proof {
  /** Asks; several operations that ask at once share one question. */
  ask: () => Promise<boolean>;
  /** Present while the question is open. */
  answer: ((proved: boolean) => void) | null;
}

/** Turns "prove that it is you" into a promise that the dialog keeps. */
export function useProof(): Proof {
  const [answer, setAnswer] = useState<Proof['answer']>(null);
  const open = useRef<Promise<boolean> | null>(null);
  const ask = useCallback(() => {
    open.current ??= new Promise<boolean>((resolve) => {
      setAnswer(() => (proved: boolean) => {
        open.current = null;
        setAnswer(null);
        resolve(proved);
      });
    });
    return open.current;
  }, []);
  return { ask, answer };
}
