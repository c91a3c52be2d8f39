import { skipToken, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { Landmark, LayoutGrid, MessagesSquare, School, Tag, UserRound, Waypoints, type LucideIcon } from 'lucide-react';
import { graphql } from '../api/graphql.js';
import type { PaletteEntry } from './entries.js';

const PaletteQuery = graphql(`
  query PaletteQuery($query: String!) {
    search(query: $query, first: 4) {
      groups {
        kind
        hits {
          id
          title
          lang
          detail
          path
        }
      }
    }
  }
`);

const ICONS: Record<string, LucideIcon> = {
  NETWORK: Waypoints,
  THREAD: MessagesSquare,
  TOPIC: Tag,
  STRUCTURE: LayoutGrid,
  CENTRE: Landmark,
  SCHOOL: School,
  PERSON: UserRound,
};
/** The API is asked once the keys rest for so long, in milliseconds. */
const REST = 160;
const SHORTEST = 2;
const QUERY_MAX = 200;

/** Records that the words typed find, as far as the viewer may read them; what was found before stays until the answer is there. */
export function useRecordEntries(query: string): readonly PaletteEntry[] {
  const { formatMessage } = useIntl();
  const [asked, setAsked] = useState('');
  const typed = query.trim().slice(0, QUERY_MAX);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), REST);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, previousData } = useQuery(PaletteQuery, asked.length < SHORTEST ? skipToken : { variables: { query: asked } });
  const found = typed.length < SHORTEST ? undefined : (data ?? previousData);
  const people = formatMessage({ id: 'app.palette.people' });
  const records = formatMessage({ id: 'app.palette.records' });
  const entries = (found?.search.groups ?? []).flatMap((group) =>
    group.hits.map((hit) => ({
      key: `record-${hit.id}`,
      group: group.kind === 'PERSON' ? people : records,
      label: hit.title,
      ...(hit.lang !== null && { lang: hit.lang }),
      ...(hit.detail !== null && { detail: hit.detail }),
      words: '',
      icon: ICONS[group.kind] ?? Waypoints,
      path: hit.path,
    })),
  );
  return [...entries.filter((entry) => entry.group === people), ...entries.filter((entry) => entry.group === records)];
}
