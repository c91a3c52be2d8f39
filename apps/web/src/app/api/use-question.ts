import { useCallback, useRef, useState } from 'react';

/** A question that waits for its answer. */
export interface Question {
  /** Asks; several operations that ask at once share one question. */
  ask: () => Promise<boolean>;
  /** Present while the question is open. */
  answer: ((done: boolean) => void) | null;
}

/** Turns something that a dialog asks for, such as "prove that it is you", into a promise that the dialog keeps. */
export function useQuestion(): Question {
  const [answer, setAnswer] = useState<Question['answer']>(null);
  const open = useRef<Promise<boolean> | null>(null);
  const ask = useCallback(() => {
    open.current ??= new Promise<boolean>((resolve) => {
      setAnswer(() => (done: boolean) => {
        open.current = null;
        setAnswer(null);
        resolve(done);
      });
    });
    return open.current;
  }, []);
  return { ask, answer };
}
