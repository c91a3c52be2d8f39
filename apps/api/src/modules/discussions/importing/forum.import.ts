import { batchTarget, DEFAULT_CSV_LIMITS, importKind, type CsvLimits, type ImportKind } from '../../../platform/csv/index.js';
import { forumDefinition, type ForumRow } from './forum-columns.js';
import type { ForumNetwork } from './forum-network.js';
import { forumWriter } from './forum-writer.js';

/** What a forum's file may cost: its rows are longer and more than those of a register. */
export const FORUM_LIMITS: CsvLimits = { ...DEFAULT_CSV_LIMITS, maxRows: 2_000_000, maxCellChars: 50_000, maxRowChars: 200_000 };

/** Import of another forum's posts, with their threads and authors, into a network. Nobody is told of what is old. */
export function forumImport(network: ForumNetwork): ImportKind {
  return importKind<ForumRow>({
    kind: 'forum',
    definition: forumDefinition,
    target: (services, _params, { afterBatch }) => batchTarget(services.db, forumWriter(services, network), afterBatch),
  });
}
