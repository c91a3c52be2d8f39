import {
  AppWindow,
  BookOpenText,
  FileSpreadsheet,
  Handshake,
  Link2,
  ListChecks,
  type LucideIcon,
  NotebookPen,
  Presentation,
  Video,
} from 'lucide-react';
import { useIntl } from 'react-intl';
import type { ResultOf } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { Icon, StatusMark, TaskRow } from '../../../ui/index.js';
import { resourcePath } from '../../library/paths.js';
import type { LibraryPageQuery } from '../library-operations.js';
import { useValueWords } from '../use-value-words.js';
import styles from './LibraryResults.module.css';

type Edge = ResultOf<typeof LibraryPageQuery>['library']['edges'][number];

const ICONS: Record<Edge['node']['kind'], LucideIcon> = {
  GUIDE: BookOpenText,
  LESSON_SCENARIO: NotebookPen,
  PRESENTATION: Presentation,
  WORKSHEET: FileSpreadsheet,
  RECORDING: Video,
  QUIZ: ListChecks,
  SOFTWARE: AppWindow,
  LINK: Link2,
  GOOD_PRACTICE: Handshake,
};

/** Resources as rows: what one can do after, how long it takes, and where the words that were sought stand. */
export function LibraryResults({ edges, language }: { edges: readonly Edge[]; language: string }) {
  return (
    <ul className={styles['rows']}>
      {edges.map((edge) => (
        <ResultRow key={edge.node.id} edge={edge} language={language} />
      ))}
    </ul>
  );
}

function ResultRow({ edge: { node, excerpt }, language }: { edge: Edge; language: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const words = useValueWords();
  const facts = [
    words('KIND', node.kind),
    node.minutes !== null ? formatMessage({ id: 'finding.row.minutes' }, { minutes: node.minutes }) : null,
    node.lang !== language ? words('LANGUAGE', node.lang) : null,
    node.usefulCount > 0 ? formatMessage({ id: 'finding.row.useful' }, { count: node.usefulCount }) : null,
    node.visibility === 'MEMBERS' ? formatMessage({ id: 'finding.row.members' }) : null,
  ].filter((fact) => fact !== null);
  return (
    <TaskRow
      mark={<Icon of={ICONS[node.kind]} />}
      title={node.title}
      lang={node.lang}
      to={href(resourcePath(node))}
      detail={
        <>
          {node.outcome !== '' && <p lang={node.lang}>{node.outcome}</p>}
          {excerpt.length > 0 && (
            <p lang={node.lang} className={styles['excerpt']}>
              {excerpt.map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : text))}
            </p>
          )}
          <p className="meta">{facts.join(' · ')}</p>
          {node.state === 'OUTDATED' && <StatusMark status="warn">{formatMessage({ id: 'finding.row.outdated' })}</StatusMark>}
        </>
      }
    />
  );
}
