import { useQuery } from '@apollo/client/react';
import { BellPlus, Bookmark, FolderOpen, PenLine, Plus, Route, SlidersHorizontal } from 'lucide-react';
import { Suspense, useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import type { ResultOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, ButtonLink, Dialog, EmptyState, PageHeader, Pager, SheetRow, Skeleton } from '../../../ui/index.js';
import { later } from '../../../ui/later.js';
import { collectionsPath, learningPathsPath } from '../../learning/paths.js';
import { newResourcePath, ownResourcesPath } from '../../library/paths.js';
import { Because } from '../components/Because.js';
import { ChosenChips } from '../components/ChosenChips.js';
import { FacetPanel } from '../components/FacetPanel.js';
import { LibraryResults } from '../components/LibraryResults.js';
import { SearchBox } from '../components/SearchBox.js';
import { LibraryPageQuery } from '../library-operations.js';
import { type Asked, cleared, FACET_NAMES, type FacetName, filterOf, isNarrowed, readAsked, toggled } from '../library-params.js';
import { savedSearchesPath } from '../paths.js';
import { useValueWords } from '../use-value-words.js';
import styles from './LibraryPage.module.css';

const SaveSearchDialog = later(() => import('../components/SaveSearchDialog.js'));

type Found = ResultOf<typeof LibraryPageQuery>['library'];

const PAGE = 20;

/** What the reader can use now: searched by words, narrowed by facets. The address holds both. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { viewer } = useViewer();
  const [params, setParams] = useSearchParams();
  const asked = readAsked(params);
  const query = useQuery(LibraryPageQuery, {
    variables: { first: PAGE, query: asked.query || null, filter: filterOf(asked) },
    fetchPolicy: 'cache-and-network',
  });
  const search = (words: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (words.trim() === '') next.delete('q');
      else next.set('q', words.trim());
      return next;
    });
  const toggle = useCallback(
    (facet: FacetName, value: string) => setParams((before) => toggled(before, facet, value), { replace: true, preventScrollReset: true }),
    [setParams],
  );
  const clear = useCallback(() => setParams((before) => cleared(before), { replace: true, preventScrollReset: true }), [setParams]);
  const asks = asked.query !== '' || isNarrowed(asked);
  const shown = query.data ?? query.previousData;
  const found = shown?.library;
  return (
    <SheetRow aside={found && found.facets.length > 0 && <WideFacets found={found} asked={asked} onToggle={toggle} />}>
      <PageHeader
        title={
          asked.query === '' ? formatMessage({ id: 'finding.title' }) : formatMessage({ id: 'finding.titleOf' }, { query: asked.query })
        }
        {...(asked.query === '' && { lead: formatMessage({ id: 'finding.lead' }) })}
        actions={
          viewer && (
            <ButtonLink icon={Plus} to={href(newResourcePath())}>
              {formatMessage({ id: 'finding.propose' })}
            </ButtonLink>
          )
        }
      />
      <SearchBox query={asked.query} onSearch={search} />
      {found && <NarrowFacets found={found} asked={asked} onToggle={toggle} />}
      <Around asked={asked} asks={asks} />
      <ChosenChips asked={asked} facets={found?.facets ?? []} onToggle={toggle} onClear={clear} />
      {viewer && found && !asks && <Because language={found.firstLanguage} />}
      <QueryView query={query} page={false} skeleton={<Skeleton shape="rows" lines={8} />}>
        {({ library }) => (
          <Results
            found={library}
            asked={asked}
            onClear={clear}
            busy={query.loading}
            onMore={() => void query.fetchMore({ variables: { after: library.pageInfo.endCursor } })}
          />
        )}
      </QueryView>
    </SheetRow>
  );
}

/** What else the library has: paths and collections, and what the reader keeps and wrote. */
function Around({ asked, asks }: { asked: Asked; asks: boolean }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const words = useValueWords();
  const { viewer } = useViewer();
  const [saving, setSaving] = useState(false);
  const suggested = [asked.query, ...FACET_NAMES.flatMap((facet) => asked.chosen[facet].map((value) => words(facet, value)))];
  return (
    <div className={styles['keeping']}>
      {viewer && asks && (
        <Button kind="quiet" icon={BellPlus} onClick={() => setSaving(true)}>
          {formatMessage({ id: 'finding.saved.save' })}
        </Button>
      )}
      <ButtonLink kind="subtle" icon={Route} to={href(learningPathsPath())}>
        {formatMessage({ id: 'learning.paths.title' })}
      </ButtonLink>
      <ButtonLink kind="subtle" icon={FolderOpen} to={href(collectionsPath())}>
        {formatMessage({ id: 'learning.collections.title' })}
      </ButtonLink>
      {viewer && (
        <>
          <ButtonLink kind="subtle" icon={Bookmark} to={href(savedSearchesPath())}>
            {formatMessage({ id: 'finding.saved.title' })}
          </ButtonLink>
          <ButtonLink kind="subtle" icon={PenLine} to={href(ownResourcesPath())}>
            {formatMessage({ id: 'library.mine' })}
          </ButtonLink>
        </>
      )}
      <Suspense fallback={null}>
        {saving && (
          <SaveSearchDialog asked={asked} suggested={suggested.filter(Boolean).join(', ').slice(0, 160)} onClose={() => setSaving(false)} />
        )}
      </Suspense>
    </div>
  );
}

interface FacetProps {
  found: Found;
  asked: Asked;
  onToggle: (facet: FacetName, value: string) => void;
}

function WideFacets({ found, asked, onToggle }: FacetProps) {
  const { formatMessage } = useIntl();
  return (
    <section className={styles['wide']} aria-label={formatMessage({ id: 'finding.filters' })}>
      <FacetPanel facets={found.facets} asked={asked} onToggle={onToggle} />
    </section>
  );
}

/** On phones the facets open over the page. */
function NarrowFacets({ found, asked, onToggle }: FacetProps) {
  const { formatMessage } = useIntl();
  const [open, setOpen] = useState(false);
  if (found.facets.length === 0) return null;
  return (
    <div className={styles['narrow']}>
      <Button icon={SlidersHorizontal} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {formatMessage({ id: 'finding.filters' })}
      </Button>
      <Dialog
        open={open}
        title={formatMessage({ id: 'finding.filters' })}
        onClose={() => setOpen(false)}
        footer={
          <Button kind="primary" onClick={() => setOpen(false)}>
            {formatMessage({ id: 'finding.showResults' }, { count: found.totalCount })}
          </Button>
        }
      >
        <FacetPanel facets={found.facets} asked={asked} onToggle={onToggle} />
      </Dialog>
    </div>
  );
}

function Results({
  found,
  asked,
  onClear,
  busy,
  onMore,
}: {
  found: Found;
  asked: Asked;
  onClear: () => void;
  busy: boolean;
  onMore: () => void;
}) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const words = useValueWords();
  if (found.edges.length === 0) return <Nothing asked={asked} onClear={onClear} />;
  return (
    <>
      <p className={styles['told']} role="status">
        {found.meant !== null && <strong>{formatMessage({ id: 'finding.meant' }, { query: found.meant })} </strong>}
        {found.loose && <strong>{formatMessage({ id: 'finding.loose' })} </strong>}
        {formatMessage({ id: 'finding.total' }, { count: found.totalCount, shown: formats.number(found.totalCount) })}{' '}
        {found.otherLanguages > 0 &&
          formatMessage(
            { id: found.otherLanguages === found.totalCount ? 'finding.onlyOther' : 'finding.other' },
            { count: found.otherLanguages, shown: formats.number(found.otherLanguages), language: words('LANGUAGE', found.firstLanguage) },
          )}
      </p>
      <LibraryResults edges={found.edges} language={found.firstLanguage} />
      <Pager shown={found.edges.length} hasMore={found.pageInfo.hasNextPage} busy={busy} onMore={onMore} />
    </>
  );
}

function Nothing({ asked, onClear }: { asked: Asked; onClear: () => void }) {
  const { formatMessage } = useIntl();
  if (isNarrowed(asked))
    return (
      <EmptyState
        title={formatMessage({ id: 'finding.none' })}
        action={<Button onClick={onClear}>{formatMessage({ id: 'finding.clear' })}</Button>}
      >
        {formatMessage({ id: 'finding.noneNarrowed' })}
      </EmptyState>
    );
  if (asked.query !== '')
    return <EmptyState title={formatMessage({ id: 'finding.none' })}>{formatMessage({ id: 'finding.noneHint' })}</EmptyState>;
  return <EmptyState title={formatMessage({ id: 'finding.empty' })}>{formatMessage({ id: 'finding.emptyHint' })}</EmptyState>;
}
