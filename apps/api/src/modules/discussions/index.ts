export { discussionReport } from './discussion.report.js';
