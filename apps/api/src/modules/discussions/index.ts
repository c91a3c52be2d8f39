export { discussionReport } from './discussion.report.js';
export { discussionJobs, discussionSchedules } from './discussions.jobs.js';
export { verifyCounters } from './counters.js';
export { PostRevision } from './post-revision.entity.js';
export { Post } from './post.entity.js';
export { postSubject, threadSubject } from './subjects.js';
export { ThreadRead } from './thread-read.entity.js';
export { Thread } from './thread.entity.js';
export { discussionResolvers } from './resolvers.js';
