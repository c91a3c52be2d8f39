import { useQuery } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { agreementsPath } from '../../features/pages/paths.js';
import { Checkbox } from '../../ui/Field.js';
import type { CommandState } from '../api/use-command.js';
import { useHref } from '../i18n/index.js';
import { ConsentTextsQuery } from './consent-operations.js';

/**
 * The agreement that a new account needs: a box to tick, with the way to the texts; nothing where none were published.
 * @returns the field, and the ids of the versions agreed to, for the command
 */
export function useAgreement(state: CommandState): { field: ReactNode; agreesTo: string[] } {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [agrees, setAgrees] = useState(false);
  const { data } = useQuery(ConsentTextsQuery, { fetchPolicy: 'cache-and-network' });
  const texts = data?.consentTexts ?? [];
  if (texts.length === 0) return { field: null, agreesTo: [] };
  const field = (
    <div>
      <Checkbox
        id="agreesTo"
        label={formatMessage({ id: 'app.consent.agreeNew' })}
        error={state.errorOf('agreesTo')}
        checked={agrees}
        onChange={({ target }) => setAgrees(target.checked)}
      />
      <Link className="link" to={href(agreementsPath())} target="_blank">
        {formatMessage({ id: 'app.consent.read' })}
      </Link>
    </div>
  );
  return { field, agreesTo: agrees ? texts.map(({ id }) => id) : [] };
}
