import { useState } from 'react';
import { useIntl } from 'react-intl';
import { ownDataPath } from '../../features/privacy/paths.js';
import { ButtonLink } from '../../ui/Button.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SheetRow } from '../../ui/Sheet.js';
import { useHref } from '../i18n/index.js';
import { ConsentForm } from './ConsentForm.js';
import { ConsentTexts } from './ConsentTexts.js';
import type { ConsentText } from './consent-operations.js';

/** A new version of what people agree to: its text, the agreement, and the way to one's data for whoever does not agree. */
export default function ConsentPage({ texts }: { texts: readonly ConsentText[] }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [missing, setMissing] = useState(false);
  return (
    <SheetRow>
      <PageHeader title={formatMessage({ id: 'app.consent.title' })} lead={formatMessage({ id: 'app.consent.lead' })} problem={missing} />
      <ConsentTexts texts={texts} />
      <ConsentForm
        texts={texts}
        onMissing={setMissing}
        buttons={<ButtonLink to={href(ownDataPath())}>{formatMessage({ id: 'app.consent.data' })}</ButtonLink>}
      />
    </SheetRow>
  );
}
