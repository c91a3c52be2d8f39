import { networks } from '../networks/networks.js';
import { resources, type DemoResource } from '../resources/resources.js';
import { membershipsOf } from '../script/membership.js';
import { randomFrom } from '../script/random.js';
import { DAY, DEMO_NOW, waking } from '../script/time.js';
import { useWords } from './words.js';

/** What somebody tells who tried a resource, or that they found it useful (`account` is null then). */
export interface DemoUse {
  resource: DemoResource;
  person: string;
  result: 'WORKED' | 'PARTLY' | 'NOT';
  account: string | null;
  at: Date;
}

/** Of eight that tell: how many say that it worked, or did in part. */
const RESULTS = ['WORKED', 'WORKED', 'WORKED', 'WORKED', 'WORKED', 'PARTLY', 'PARTLY', 'NOT'] as const;

function usesOf(resource: DemoResource): DemoUse[] {
  const { publishedAt, network: key, author, lang } = resource;
  const network = networks.find((each) => each.key === key);
  if (!publishedAt || !network || resource.quiz) return [];
  const random = randomFrom(`uses of ${key} ${resource.title}`);
  const others = membershipsOf(network)
    .filter(({ joinedAt, leftAt, person }) => leftAt === null && person !== author && joinedAt < publishedAt)
    .map(({ person }) => person);
  const tell = random.below(5) < 2 ? 1 + random.below(2) : 0;
  const like = random.below(3);
  return random
    .shuffled(others)
    .slice(0, tell + like)
    .map((person, place) => {
      const result = random.pick(RESULTS);
      const account = place < tell ? random.pick(useWords[lang][result]) : null;
      return { resource, person, result, account, at: waking(new Date(publishedAt.getTime() + (3 + random.below(60)) * DAY)) };
    })
    .filter(({ at }) => at < DEMO_NOW);
}

/** All that is told of resources in the demo world. */
export const uses: readonly DemoUse[] = resources.flatMap(usesOf);
