import Sequencer from '@jest/test-sequencer';

/** The suites that take longest, in the order in which they begin: first what waits most and so leaves room for the rest. */
const FIRST = [
  'rights/rights.db',
  'process/start',
  'browser/routes',
  'browser/year',
  'demo/load-demo.db',
  'rights/hostile-text.db',
  'embedded/embedded-server.db',
  'browser/habits',
  'process/nodes',
  'process/backup',
];

/** Begins with the longest suites, so that none of them runs alone at the end; a new clone has no memory of how long each took. */
export default class LongestFirst extends Sequencer {
  /** @override */
  sort(tests) {
    const rank = ({ path }) => {
      const at = FIRST.findIndex((part) => path.includes(`/${part}.`));
      return at < 0 ? FIRST.length : at;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
