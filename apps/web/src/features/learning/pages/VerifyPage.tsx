import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Banner, Button, PageHeader, SheetRow, TextField } from '../../../ui/index.js';
import { verifyPath } from '../paths.js';
import { useHours } from '../use-hours.js';
import styles from './VerifyPage.module.css';

const VerifyPageQuery = graphql(`
  query VerifyPageQuery($code: String!) {
    certificate(code: $code) {
      id
      code
      state
      personName
      title
      lang
      issuer
      minutes
      completedAt
      issuedAt
      revokedAt
    }
  }
`);

type Certificate = NonNullable<ResultOf<typeof VerifyPageQuery>['certificate']>;

/** Anybody checks a certificate by the code that stands on it. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const { code = '' } = useParams();
  const [typed, setTyped] = useState(code);
  const query = useQuery(VerifyPageQuery, { variables: { code }, skip: code === '', fetchPolicy: 'network-only' });
  return (
    <SheetRow>
      <PageHeader title={formatMessage({ id: 'learning.verify.title' })} lead={formatMessage({ id: 'learning.verify.lead' })} />
      {code !== '' && (
        <QueryView query={query} page={false}>
          {({ certificate }) =>
            certificate ? (
              <Checked certificate={certificate} />
            ) : (
              <Banner tone="warn" announce>
                {formatMessage({ id: 'learning.verify.unknown' }, { code })}
              </Banner>
            )
          }
        </QueryView>
      )}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const wished = typed.trim();
          if (wished !== '') void navigate(href(verifyPath(encodeURIComponent(wished))));
        }}
      >
        <TextField
          id="code"
          label={formatMessage({ id: 'learning.verify.code' })}
          hint={formatMessage({ id: 'learning.verify.codeHint' })}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div>
          <Button type="submit" kind={code === '' ? 'primary' : 'outlined'}>
            {formatMessage({ id: 'learning.verify.check' })}
          </Button>
        </div>
      </form>
    </SheetRow>
  );
}

function Checked({ certificate }: { certificate: Certificate }) {
  const { formatMessage } = useIntl();
  const { date } = useFormats();
  const hours = useHours();
  const revoked = certificate.state === 'REVOKED';
  const facts: [string, string, string?][] = [
    [formatMessage({ id: 'learning.certificate.person' }), certificate.personName || formatMessage({ id: 'learning.verify.nameGone' })],
    [formatMessage({ id: 'learning.verify.what' }), certificate.title, certificate.lang],
    [formatMessage({ id: 'learning.verify.issuer' }), certificate.issuer],
    ...(certificate.minutes > 0
      ? [[formatMessage({ id: 'learning.portfolio.hours' }), hours(certificate.minutes)] as [string, string]]
      : []),
    [formatMessage({ id: 'learning.portfolio.done' }), date(certificate.completedAt)],
    [formatMessage({ id: 'learning.certificate.issued' }), date(certificate.issuedAt)],
    [formatMessage({ id: 'learning.certificate.code' }), certificate.code],
  ];
  return (
    <>
      <Banner tone={revoked ? 'danger' : 'ok'} announce>
        {revoked
          ? formatMessage({ id: 'learning.verify.revoked' }, { date: date(certificate.revokedAt ?? certificate.issuedAt) })
          : formatMessage({ id: 'learning.verify.valid' })}
      </Banner>
      <dl className={styles.facts}>
        {facts.map(([label, value, lang]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang={lang}>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
