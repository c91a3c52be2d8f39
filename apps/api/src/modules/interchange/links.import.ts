import { EMPTY_RESOURCE, rules } from '@stoa/domain';
import { batchTarget, byRule, importKind, type ImportDefinition, type ImportParams } from '../../platform/csv/index.js';
import type { Tx } from '../../platform/database/database.js';
import { landAgain, landAll } from './harvest/land.js';
import { likenessesOf } from './harvest/to-content.js';
import { decideWorks, ofCounty, type WorkKind, type WorkPlan } from './works/decide-works.js';
import { workColumns, type WorkRow } from './works/work-columns.js';

interface LinkRow extends WorkRow {
  url: string;
}

function definition(params: ImportParams): ImportDefinition<LinkRow> {
  return {
    kind: 'links',
    keyOf: ({ url, title }) => likenessesOf({ kind: 'LINK', title, authors: [], links: [{ url, title: '' }] })[0] ?? url,
    columns: {
      url: {
        labels: ['link', 'address', 'web address', 'διεύθυνση', 'σύνδεσμος', 'adres', 'odnośnik', 'адрес', 'ссылка'],
        required: true,
        parse: byRule(rules.url),
      },
      ...workColumns(params),
    },
  };
}

const LINKS: WorkKind<LinkRow> = {
  contentOf: ({ countyCode: _county, topics: _topics, url, ...said }, topicIds) => ({
    ...EMPTY_RESOURCE,
    ...said,
    kind: 'LINK',
    topicIds,
    links: [{ url, title: '' }],
  }),
  isOurs: "r.kind = 'LINK'",
};

/** Import of links: by address, whatever its scheme, `www.` and last slash. They land as the county's. */
export const linksImport = importKind<LinkRow>({
  kind: 'links',
  definition,
  target: ({ db, clock }, _params, { afterBatch }) =>
    batchTarget<LinkRow, WorkPlan<LinkRow>>(
      db,
      {
        lock: 'links',
        decide: (sql, rows) => decideWorks(sql, rows, LINKS),
        async insert(tx: Tx, plans) {
          const landings = plans.flatMap(({ content, territoryId }) =>
            content ? [{ content, owner: ofCounty(territoryId), isHarvested: false }] : [],
          );
          await landAll(tx, landings, clock.now());
        },
        async update(tx: Tx, plans) {
          for (const { known, content } of plans) if (known && content) await landAgain(tx, known.id, content, [], clock.now());
        },
      },
      afterBatch,
    ),
});
