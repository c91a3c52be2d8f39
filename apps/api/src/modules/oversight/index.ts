export { CountyThresholds } from './health-thresholds.entity.js';
export { HomeSnooze, HomeVisit } from './home/home.entities.js';
export { HomeResolver } from './home/home.resolver.js';
export { memberExportFile, memberExportJobs } from './members/write-member-export.js';
export { MemberExportResolver } from './members/member-export.resolver.js';
export { OversightResolver } from './oversight.resolver.js';
