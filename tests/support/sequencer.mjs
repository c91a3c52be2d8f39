import Sequencer from '@jest/test-sequencer';
import { rankOf } from './long-suites.mjs';

/** Begins with the longest suites, so that none of them runs alone at the end; a new clone has no memory of how long each took. */
export default class LongestFirst extends Sequencer {
  /** @override */
  sort(tests) {
    return super.sort(tests).sort((a, b) => rankOf(a.path) - rankOf(b.path));
  }
}
