import type { CountyCode } from '../places/territories.js';
import type { Lang } from '../texts.js';

/** A network, with what happened to it in the closed year and since. */
export interface DemoNetwork {
  key: string;
  county: CountyCode;
  name: string;
  lang: Lang;
  kind: 'SUBJECT' | 'PROBLEM' | 'SCHOOL_GROUP' | 'CLASS_TEACHERS' | 'EUROPEAN';
  joiningRule: 'OPEN' | 'REQUEST' | 'INVITATION';
  professions: readonly string[];
  levels: readonly string[];
  purpose: string;
  promotion: string;
  /** Local time of its founding. */
  createdAt: string;
  /** Coordinators one after another; days, the last of them open where `to` is null. `left` ends the term at once with a reason. */
  coordinators: readonly { person: string; from: string; to: string | null; left?: { at: string; reason: string } }[];
  /** Members of today, in the order in which they came. */
  members: readonly string[];
  /** Members who came in 2025 and left in spring. */
  former: readonly string[];
  /** How many of the members have written since September 2026. */
  active: number;
  /** Hours to a first reply, about: in the closed year, and since September 2026. */
  pace: readonly [closed: number, living: number];
  /** Threads and posts of 2025/26, and since. */
  closed: { threads: number; posts: number } | null;
  living: { threads: number; posts: number };
}

/** An audience of everybody. */
export const ALL = { professions: [], levels: [] } as const;
