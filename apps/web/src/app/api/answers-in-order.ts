import { ApolloLink } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import { Observable, type Subscriber } from 'rxjs';

/**
 * Gives the answers to a question in the order in which it was asked. Where one that was asked later is answered first, whoever asked
 * earlier gets that, and their own is dropped: it can say what was so before a command, and the page would go on showing it.
 * @param isRead whether an operation only asks
 */
export function answersInOrder(isRead: (query: DocumentNode) => boolean): ApolloLink {
  /** Who waits for which answer, by the question, in the order of asking. */
  const questions = new Map<string, Set<Subscriber<ApolloLink.Result>>>();
  return new ApolloLink((operation, forward) => {
    if (!isRead(operation.query)) return forward(operation);
    const key = `${operation.operationName ?? ''} ${JSON.stringify(operation.variables)}`;
    return new Observable((asking) => {
      const waiting = questions.get(key) ?? new Set();
      questions.set(key, waiting.add(asking));
      const request = forward(operation).subscribe({
        next: (result) => {
          // A fault is nothing that anybody else should see in the place of an answer that is still on its way.
          if (result.errors?.length) return asking.next(result);
          for (const each of [...waiting]) {
            each.next(result);
            each.complete();
            if (each === asking) break;
          }
        },
        error: (error) => asking.error(error),
        complete: () => asking.complete(),
      });
      return () => {
        request.unsubscribe();
        waiting.delete(asking);
        if (waiting.size === 0 && questions.get(key) === waiting) questions.delete(key);
      };
    });
  });
}
