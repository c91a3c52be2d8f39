import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/**
 * Words for a code of `userErrors`, or of a rule in `@stoa/domain` that a form checks by itself.
 * @returns `(code, { limit, otherwise })`: `limit` is the rule's bound where it is known; `otherwise` stands in for a code without a message
 */
export function useErrorMessage(): (code: string, options?: { limit?: number | undefined; otherwise?: string }) => string {
  const { formatMessage, messages } = useIntl();
  return useCallback(
    (code, { limit = 0, otherwise = code } = {}) =>
      messages[`error.${code}`] === undefined ? otherwise : formatMessage({ id: `error.${code}` }, { limit }),
    [formatMessage, messages],
  );
}
