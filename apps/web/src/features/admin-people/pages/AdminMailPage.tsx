import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, EmptyState, MarginNote, PageHeader, SheetRow, Skeleton } from '../../../ui/index.js';
import { adminPeoplePath } from '../paths.js';
import styles from './AdminMail.module.css';

const AdminMailPageQuery = graphql(`
  query AdminMailPageQuery {
    keptMails(first: 100) {
      id
      at
      to
      subject
      text
    }
  }
`);

type Mail = NonNullable<ResultOf<typeof AdminMailPageQuery>['keptMails']>[number];

/** The messages that a demo keeps instead of sending them. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const query = useQuery(AdminMailPageQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ keptMails }) =>
        keptMails === null ? (
          <NotFoundPage />
        ) : (
          <SheetRow>
            <PageHeader
              title={formatMessage({ id: 'admin.mail.title' })}
              lead={formatMessage({ id: 'admin.mail.lead' })}
              crumbs={[{ label: formatMessage({ id: 'admin.people.title' }), to: href(adminPeoplePath()) }]}
              actions={<Button onClick={() => void query.refetch()}>{formatMessage({ id: 'app.refresh' })}</Button>}
            />
            {keptMails.length === 0 ? (
              <EmptyState title={formatMessage({ id: 'admin.mail.none' })} />
            ) : (
              <ul className={styles.list}>
                {keptMails.map((mail) => (
                  <MailRow key={mail.id} mail={mail} />
                ))}
              </ul>
            )}
          </SheetRow>
        )
      }
    </QueryView>
  );
}

function MailRow({ mail }: { mail: Mail }) {
  const formats = useFormats();
  return (
    <li className={`task no-mark ${styles.mail}`}>
      <MarginNote strong={formats.time(mail.at)}>{formats.shortDate(mail.at)}</MarginNote>
      <details>
        <summary>
          <span className="title">{mail.subject}</span>
          <span className="muted">{mail.to}</span>
        </summary>
        <p className={styles.text}>
          {mail.text.split(/(https?:\/\/[^\s\]]+)/).map((part, index) =>
            index % 2 === 1 ? (
              <a key={index} className="link" href={part}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      </details>
    </li>
  );
}
