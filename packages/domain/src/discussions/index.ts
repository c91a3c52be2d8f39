export { POST_DECISIONS, THREAD_DECISIONS, THREAD_KINDS, THREAD_STATES, type ThreadKind, type ThreadState, threadState } from './thread.js';
