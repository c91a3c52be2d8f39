export { CATEGORIES_MAX, CATEGORY_STARTERS, categoryRefusal, type CategoryStarter } from './category.js';
export { POLL_OPTIONS, POLL_RESULTS, type PollResults, type Reaction, REACTIONS } from './kinds.js';
export { choiceRefusal, pollRule, type PollValues, showsResults } from './poll.js';
export {
  POST_DECISIONS,
  SLOW_SECONDS,
  THREAD_ARRANGEMENTS,
  THREAD_DECISIONS,
  THREAD_KINDS,
  THREAD_STATES,
  type ThreadKind,
  type ThreadState,
  threadState,
} from './thread.js';
export {
  altText,
  DRAFT_PLACES,
  draftBody,
  type DraftPlace,
  draftTitle,
  handleAt,
  handlesIn,
  MENTIONS_READ,
  MENTIONS_TOLD,
} from './writing.js';
