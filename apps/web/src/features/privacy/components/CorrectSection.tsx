import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useHref } from '../../../app/i18n/index.js';
import { Button } from '../../../ui/index.js';
import { personPath, preferencesPath, securityPath } from '../../accounts/paths.js';
import { CorrectionDialog } from './CorrectionDialog.js';
import { CorrectionList } from './CorrectionList.js';
import styles from './CorrectSection.module.css';

/** Where what Stoa holds can be corrected: by oneself, or by asking for it. */
export function CorrectSection({ handle }: { handle: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p>{formatMessage({ id: 'privacy.correct.text' })}</p>
      <ul className={styles['links']}>
        <li>
          <Link to={`${href(preferencesPath())}#profile`}>{formatMessage({ id: 'privacy.correct.profile' })}</Link>
        </li>
        <li>
          <Link to={href(personPath({ handle }))}>{formatMessage({ id: 'privacy.correct.affiliations' })}</Link>
        </li>
        <li>
          <Link to={href(securityPath())}>{formatMessage({ id: 'privacy.correct.sessions' })}</Link>
        </li>
      </ul>
      <div className="button-row">
        <Button onClick={() => setAsking(true)}>{formatMessage({ id: 'privacy.correct.ask' })}</Button>
      </div>
      <CorrectionList />
      {asking && <CorrectionDialog onClose={() => setAsking(false)} />}
    </>
  );
}
