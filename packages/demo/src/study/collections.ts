import { networks } from '../networks/networks.js';
import { resources, type DemoResource } from '../resources/resources.js';
import type { Lang } from '../texts.js';
import { instant } from '../script/time.js';

/** A collection of somebody's own, of what one network has. */
export interface DemoCollection {
  network: string;
  owner: string;
  lang: Lang;
  title: string;
  summary: string;
  isPublic: boolean;
  items: readonly { resource: DemoResource; remark: string }[];
  at: Date;
}

function collection(
  of: Pick<DemoCollection, 'network' | 'owner' | 'title' | 'summary' | 'isPublic'>,
  at: string,
  remarks: readonly string[],
): DemoCollection {
  const made = instant(at);
  const network = networks.find(({ key }) => key === of.network);
  const there = resources.filter(
    (each) => each.network === of.network && each.visibility === 'PUBLIC' && each.publishedAt !== null && each.publishedAt < made,
  );
  return {
    ...of,
    lang: network?.lang ?? 'en',
    at: made,
    items: remarks.flatMap((remark, place) => {
      const resource = there[place * 2] ?? there[place];
      return resource ? [{ resource, remark }] : [];
    }),
  };
}

/** All collections of the demo world. */
export const collections: readonly DemoCollection[] = [
  collection(
    {
      network: 'ict',
      owner: 'teacher014',
      title: 'Before the computer room',
      summary: 'What I read with colleagues who have never booked it.',
      isPublic: true,
    },
    '2026-09-20T18:00',
    ['Begin here, it takes ten minutes.', 'For the second week.', 'Print it, do not project it.', ''],
  ),
  collection(
    {
      network: 'experiment',
      owner: 'teacher031',
      title: 'Πειράματα για τον Δεκέμβριο',
      summary: 'Με υλικά που υπάρχουν σε κάθε σχολείο.',
      isPublic: true,
    },
    '2026-11-10T17:30',
    ['Το πιο εύκολο για αρχή.', 'Θέλει δύο ώρες.', ''],
  ),
  collection(
    { network: 'early', owner: 'teacher052', title: 'Na początek roku', summary: 'To, do czego wracam każdego września.', isPublic: true },
    '2026-08-28T10:15',
    ['Na pierwsze zebranie zespołu.', '', 'Działa także w grupie mieszanej.'],
  ),
  collection(
    {
      network: 'class',
      owner: 'teacher077',
      title: 'К родительским собраниям',
      summary: 'Собрано за год, проверено в седьмом классе.',
      isPublic: true,
    },
    '2026-10-12T19:40',
    ['С этого удобно начать.', 'Для трудного разговора.', ''],
  ),
  collection({ network: 'ict', owner: 'teacher020', title: 'To read in the holidays', summary: '', isPublic: false }, '2026-11-15T21:05', [
    '',
    '',
  ]),
];
