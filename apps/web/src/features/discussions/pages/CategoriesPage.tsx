import { useQuery } from '@apollo/client/react';
import { ArrowDown, ArrowUp, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, EmptyState, Forbidden, IconButton, PageHeader, SheetRow, Skeleton } from '../../../ui/index.js';
import { networkPath } from '../../networks/paths.js';
import { OrderThreadCategoriesMutation, ThreadCategoriesQuery, type Categories, type Category } from '../category-operations.js';
import { CategoryDialog } from '../components/CategoryDialog.js';
import { discussionsPath } from '../paths.js';
import styles from './CategoriesPage.module.css';

/** By which categories does this network sort its discussions, and who may begin one there? */
export function Component() {
  const { network: slug = '' } = useParams();
  const query = useQuery(ThreadCategoriesQuery, { variables: { network: slug }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ threadCategories: found }) => {
        if (!found) return <NotFoundPage />;
        return found.viewerCanConfigure ? <View slug={slug} found={found} onRefresh={() => void query.refetch()} /> : <Forbidden />;
      }}
    </QueryView>
  );
}

function View({ slug, found, onRefresh }: { slug: string; found: Categories; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [open, setOpen] = useState<Category | 'new' | null>(null);
  const [order, state] = useCommand(OrderThreadCategoriesMutation, { refetch: ['ThreadCategoriesQuery'] });
  const { categories } = found;
  const swap = (at: number, by: 1 | -1) => {
    const ids = categories.map(({ id }) => id);
    const [one, other] = [ids[at], ids[at + by]];
    if (one === undefined || other === undefined) return;
    ids[at] = other;
    ids[at + by] = one;
    void order({ networkId: found.networkId, ids });
  };
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'discussions.categories.title' })}
        crumbs={[
          { label: found.networkName, to: href(networkPath({ slug })) },
          { label: formatMessage({ id: 'discussions.title' }), to: href(discussionsPath({ slug })) },
        ]}
        lead={formatMessage({ id: 'discussions.categories.lead' })}
        actions={
          <Button kind="primary" icon={Plus} onClick={() => setOpen('new')}>
            {formatMessage({ id: 'discussions.categories.add' })}
          </Button>
        }
      />
      <CommandProblem state={state} onRefresh={onRefresh} />
      {state.errorOf('ids') && (
        <p className="danger" role="alert">
          {state.errorOf('ids')}
        </p>
      )}
      {categories.length === 0 ? (
        <EmptyState title={formatMessage({ id: 'discussions.categories.empty' })}>
          {formatMessage({ id: 'discussions.categories.emptyText' })}
        </EmptyState>
      ) : (
        <ol className={styles['list']}>
          {categories.map((category, at) => (
            <li key={category.id} data-row tabIndex={-1}>
              <Words category={category} lang={found.networkLang} />
              <div className="button-row">
                <IconButton
                  icon={ArrowUp}
                  label={formatMessage({ id: 'discussions.categories.up' }, { name: category.name })}
                  disabled={at === 0 || state.busy}
                  onClick={() => swap(at, -1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={formatMessage({ id: 'discussions.categories.down' }, { name: category.name })}
                  disabled={at === categories.length - 1 || state.busy}
                  onClick={() => swap(at, 1)}
                />
                <IconButton
                  icon={Pencil}
                  label={formatMessage({ id: 'discussions.categories.edit' }, { name: category.name })}
                  onClick={() => setOpen(category)}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
      {open && (
        <CategoryDialog
          networkId={found.networkId}
          category={open === 'new' ? null : open}
          onRefresh={onRefresh}
          onClose={() => setOpen(null)}
        />
      )}
    </SheetRow>
  );
}

/** A category as those who keep it read it. */
function Words({ category, lang }: { category: Category; lang: string }) {
  const { formatMessage } = useIntl();
  return (
    <div>
      <p lang={lang}>
        <strong>{category.name}</strong>
      </p>
      {category.description && <p lang={lang}>{category.description}</p>}
      <p className="meta">
        {category.closed
          ? formatMessage({ id: 'discussions.categories.closed' })
          : formatMessage({ id: `discussions.categories.startBy.${category.startBy}` })}
        {category.defaultKind && <> · {formatMessage({ id: `discussions.kind.${category.defaultKind}` })}</>}
      </p>
    </div>
  );
}
