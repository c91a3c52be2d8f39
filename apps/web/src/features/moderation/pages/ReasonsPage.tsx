import { useQuery } from '@apollo/client/react';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { languageNames } from '../../../app/i18n/languages.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, EmptyState, IconButton, PageHeader, SheetRow, Skeleton } from '../../../ui/index.js';
import { networkPath } from '../../networks/paths.js';
import { DeleteTemplateDialog, TemplateDialog } from '../components/TemplateDialog.js';
import styles from '../components/Moderation.module.css';
import { ReasonsPageQuery, type Reasons, type Template } from '../log-operations.js';
import { decisionLogPath } from '../paths.js';

/** Which words do moderators of this network use again and again? */
export function Component() {
  const { network: slug = '' } = useParams();
  const query = useQuery(ReasonsPageQuery, { variables: { network: slug }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ reasonTemplates }) =>
        reasonTemplates ? <Templates slug={slug} reasons={reasonTemplates} onRefresh={() => void query.refetch()} /> : <NotFoundPage />
      }
    </QueryView>
  );
}

function Templates({ slug, reasons, onRefresh }: { slug: string; reasons: Reasons; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [open, setOpen] = useState<Template | 'new' | null>(null);
  const [deleting, setDeleting] = useState<Template | null>(null);
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'moderation.reasons.title' })}
        crumbs={[
          { label: reasons.networkName, to: href(networkPath({ slug })) },
          { label: formatMessage({ id: 'moderation.log.title' }), to: href(decisionLogPath({ slug })) },
        ]}
        lead={formatMessage({ id: 'moderation.reasons.lead' })}
        actions={
          <Button kind="primary" icon={Plus} onClick={() => setOpen('new')}>
            {formatMessage({ id: 'moderation.reasons.add' })}
          </Button>
        }
      />
      {reasons.templates.length === 0 ? (
        <EmptyState title={formatMessage({ id: 'moderation.reasons.empty' })}>
          {formatMessage({ id: 'moderation.reasons.emptyText' })}
        </EmptyState>
      ) : (
        <ul className={styles['log']}>
          {reasons.templates.map((template) => (
            <li key={template.id} data-row tabIndex={-1}>
              <span className="meta">{languageNames[template.lang as keyof typeof languageNames]}</span>
              <div>
                <p lang={template.lang}>
                  <strong>{template.title}</strong>
                </p>
                <p lang={template.lang}>{template.body}</p>
                <div className="button-row">
                  <IconButton
                    icon={Pencil}
                    label={formatMessage({ id: 'moderation.reasons.edit' }, { title: template.title })}
                    onClick={() => setOpen(template)}
                  />
                  <IconButton
                    icon={Trash2}
                    label={formatMessage({ id: 'moderation.reasons.delete' }, { title: template.title })}
                    onClick={() => setDeleting(template)}
                  />
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <TemplateDialog
          networkId={reasons.networkId}
          template={open === 'new' ? null : open}
          onRefresh={onRefresh}
          onClose={() => setOpen(null)}
        />
      )}
      {deleting && <DeleteTemplateDialog template={deleting} onRefresh={onRefresh} onClose={() => setDeleting(null)} />}
    </SheetRow>
  );
}
