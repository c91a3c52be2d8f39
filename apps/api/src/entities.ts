import { Person } from './modules/accounts/index.js';
import { Territory } from './modules/territories/index.js';
import { Appointment } from './modules/appointments/index.js';
import { Centre, Structure, StructureTopic, Topic } from './modules/centres/index.js';
import { Affiliation, School, SchoolGroup, SchoolGroupMember } from './modules/schools/index.js';
import { Membership, Network, NetworkLetter, NetworkWelcome, NetworkYear } from './modules/networks/index.js';
import { Appeal, Flag, ModerationDecision, ReasonTemplate, ReviewClaim } from './modules/moderation/index.js';
import {
  Draft,
  ImportedAuthor,
  ImportedPost,
  ImportedThread,
  LinkPreview,
  Post,
  PostLink,
  PostMention,
  PostReaction,
  PostRevision,
  PostToIndex,
  PostWords,
  SavedPost,
  PostMove,
  Thread,
  ThreadCategory,
  ThreadMove,
  ThreadRead,
  ThreadSummary,
} from './modules/discussions/index.js';
import { AnnualReport, ReportRevision } from './modules/reports/index.js';
import { Digest, Notice, NoticeChoice, Watch } from './modules/notifications/index.js';
import { CountyThresholds, HomeSnooze, HomeVisit } from './modules/oversight/index.js';

/** The entities of all modules, in the modules' order. */
export const entities: (new () => object)[] = [
  Person,
  Territory,
  Appointment,
  Topic,
  Centre,
  Structure,
  StructureTopic,
  School,
  SchoolGroup,
  SchoolGroupMember,
  Affiliation,
  Network,
  NetworkYear,
  Membership,
  NetworkWelcome,
  NetworkLetter,
  ModerationDecision,
  Flag,
  Appeal,
  ReviewClaim,
  ReasonTemplate,
  Thread,
  Post,
  PostRevision,
  ThreadRead,
  Draft,
  PostMention,
  PostReaction,
  SavedPost,
  ThreadSummary,
  PostWords,
  PostToIndex,
  ImportedThread,
  ImportedPost,
  ImportedAuthor,
  PostMove,
  ThreadCategory,
  ThreadMove,
  PostLink,
  LinkPreview,
  AnnualReport,
  ReportRevision,
  CountyThresholds,
  HomeSnooze,
  HomeVisit,
  Notice,
  NoticeChoice,
  Watch,
  Digest,
];
