import { CreatePlatform1763800000000 } from './1763800000000-create-platform.js';
import { CreateAccounts1763800000001 } from './1763800000001-create-accounts.js';
import { CreateRegisters1763800000002 } from './1763800000002-create-registers.js';
import { CreateNetworks1763800000003 } from './1763800000003-create-networks.js';
import { CreateReports1763800000004 } from './1763800000004-create-reports.js';
import { SeedTopics1763800000005 } from './1763800000005-seed-topics.js';
import { CreateOversight1763800000020 } from './1763800000020-create-oversight.js';
import { CreateDemo1763800000030 } from './1763800000030-create-demo.js';
import { PublishReports1764000100000 } from './1764000100000-publish-reports.js';
import { CreateSecondFactor1764000200000 } from './1764000200000-create-second-factor.js';
import { CreateIdentities1764000300000 } from './1764000300000-create-identities.js';
import { CreatePrivacy1764000400000 } from './1764000400000-create-privacy.js';
import { ChainAudit1764000500000 } from './1764000500000-chain-audit.js';
import { ChainEarlierAudit1764000500001 } from './1764000500001-chain-earlier-audit.js';
import { GuardAudit1764000500002 } from './1764000500002-guard-audit.js';
import { CreateDemoClock1764000600000 } from './1764000600000-create-demo-clock.js';
import { CreateRetention1764000700000 } from './1764000700000-create-retention.js';
import { CreateCorrections1764000700001 } from './1764000700001-create-corrections.js';
import { CreateConsents1764000700002 } from './1764000700002-create-consents.js';
import { MergePeople1764000750000 } from './1764000750000-merge-people.js';
import { FindDoubles1764000750001 } from './1764000750001-find-doubles.js';
import { CreateAppeals1764000900000 } from './1764000900000-create-appeals.js';
import { FillDecisionAuthors1764000900001 } from './1764000900001-fill-decision-authors.js';
import { CreateModerationTools1764000900002 } from './1764000900002-create-moderation-tools.js';
import { CreateWriting1764001000000 } from './1764001000000-create-writing.js';
import { GuardMergedWriting1764001100000 } from './1764001100000-guard-merged-writing.js';
import { PublishReasons1764001200000 } from './1764001200000-publish-reasons.js';
import { LogEarlierSuspensions1764001200001 } from './1764001200001-log-earlier-suspensions.js';
import { GuardFiles1764001200002 } from './1764001200002-guard-files.js';
import { FindPosts1764001300000 } from './1764001300000-find-posts.js';
import { ImportForums1764001300001 } from './1764001300001-import-forums.js';
import { KeepLinks1764001300002 } from './1764001300002-keep-links.js';
import { GreetMembers1764001300003 } from './1764001300003-greet-members.js';
import { CreateNotices1764001400000 } from './1764001400000-create-notices.js';
import { FillNoticeChoices1764001400001 } from './1764001400001-fill-notice-choices.js';
import { NumberChanges1764001500000 } from './1764001500000-number-changes.js';
import { IndexChanges1764001500001 } from './1764001500001-index-changes.js';
import { ArrangeThreads1764110000000 } from './1764110000000-arrange-threads.js';
import { FindTimedThreads1764110000001 } from './1764110000001-find-timed-threads.js';
import { FindMovedOpenings1764110000002 } from './1764110000002-find-moved-openings.js';
import { CreateUploads1764120000000 } from './1764120000000-create-uploads.js';
import { CreatePolls1764130000000 } from './1764130000000-create-polls.js';
import { FindTitles1764130000001 } from './1764130000001-find-titles.js';
import { FindNames1764130000002 } from './1764130000002-find-names.js';
import { SignPosts1764150000000 } from './1764150000000-sign-posts.js';
import { SignEarlierPosts1764150000001 } from './1764150000001-sign-earlier-posts.js';
import { CreateResources1764160000000 } from './1764160000000-create-resources.js';
import { CreateResourceFiles1764161000000 } from './1764161000000-create-resource-files.js';
import { FindResources1764162000000 } from './1764162000000-find-resources.js';
import { SaveSearches1764162000001 } from './1764162000001-save-searches.js';
import { CreateLearning1764163000000 } from './1764163000000-create-learning.js';
import { CreateOaiRecords1764164000000 } from './1764164000000-create-oai-records.js';
import { CreateHarvests1764164000001 } from './1764164000001-create-harvests.js';
import { TellUses1764165000000 } from './1764165000000-tell-uses.js';
import { PromoteResources1764170000000 } from './1764170000000-promote-resources.js';
import { FindSlugs1764170000001 } from './1764170000001-find-slugs.js';

/** All migrations, oldest first. */
export const migrations = [
  CreatePlatform1763800000000,
  CreateAccounts1763800000001,
  CreateRegisters1763800000002,
  CreateNetworks1763800000003,
  CreateReports1763800000004,
  SeedTopics1763800000005,
  CreateOversight1763800000020,
  CreateDemo1763800000030,
  PublishReports1764000100000,
  CreateSecondFactor1764000200000,
  CreateIdentities1764000300000,
  CreatePrivacy1764000400000,
  ChainAudit1764000500000,
  ChainEarlierAudit1764000500001,
  GuardAudit1764000500002,
  CreateDemoClock1764000600000,
  CreateRetention1764000700000,
  CreateCorrections1764000700001,
  CreateConsents1764000700002,
  MergePeople1764000750000,
  FindDoubles1764000750001,
  CreateAppeals1764000900000,
  FillDecisionAuthors1764000900001,
  CreateModerationTools1764000900002,
  CreateWriting1764001000000,
  GuardMergedWriting1764001100000,
  PublishReasons1764001200000,
  LogEarlierSuspensions1764001200001,
  GuardFiles1764001200002,
  FindPosts1764001300000,
  ImportForums1764001300001,
  KeepLinks1764001300002,
  GreetMembers1764001300003,
  CreateNotices1764001400000,
  FillNoticeChoices1764001400001,
  NumberChanges1764001500000,
  IndexChanges1764001500001,
  ArrangeThreads1764110000000,
  FindTimedThreads1764110000001,
  FindMovedOpenings1764110000002,
  CreateUploads1764120000000,
  CreatePolls1764130000000,
  FindTitles1764130000001,
  FindNames1764130000002,
  SignPosts1764150000000,
  SignEarlierPosts1764150000001,
  CreateResources1764160000000,
  CreateResourceFiles1764161000000,
  FindResources1764162000000,
  SaveSearches1764162000001,
  CreateLearning1764163000000,
  CreateOaiRecords1764164000000,
  CreateHarvests1764164000001,
  TellUses1764165000000,
  PromoteResources1764170000000,
  FindSlugs1764170000001,
];
