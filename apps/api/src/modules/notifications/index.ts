export { notingBounces } from './inbound/bounces.js';
export { mailTaker } from './inbound/take-mail.js';
export { stopOf } from './letters.js';
export { wantsAtOnce } from './choices.js';
export { Digest, Notice, NoticeChoice, Watch } from './notice.entities.js';
export { notificationJobs, notificationSchedules } from './notification.jobs.js';
export { LiveNoticesResolver } from './live/live-notices.resolver.js';
export { NoticesResolver } from './notices.resolver.js';
export { postUnsubscribe } from './unsubscribe-route.js';
