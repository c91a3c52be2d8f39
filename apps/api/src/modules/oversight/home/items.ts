import { homeGroup, type HomeGroup, type HomeKind, type Role } from '@stoa/domain';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import type { HomeContext, HomeItem } from './home.types.js';

/** What every source of items asks about the person and the moment. */
export interface HomeOf {
  ctx: Context;
  personId: string;
  now: Date;
  today: string;
  timeZone: string;
  /** Scopes of the person's current appointments to a role. */
  scopes(role: Role): string[];
  isAdmin: boolean;
}

/** The person and the moment behind a request. @throws Refusal UNAUTHENTICATED for a visitor */
export function homeOf(ctx: Context): HomeOf {
  const { personId, appointments } = ctx.viewer;
  if (personId === null) throw new Refusal('UNAUTHENTICATED');
  const now = ctx.clock.now();
  const scopes = (role: Role): string[] => appointments.filter((a) => a.role === role).map((a) => a.scopeId);
  return {
    ctx,
    personId,
    now,
    today: dateIn(now, ctx.config.timeZone),
    timeZone: ctx.config.timeZone,
    scopes,
    isAdmin: scopes('AD').length > 0,
  };
}

/** Finds items of some kinds. Each asks the database a fixed number of times, and only for roles that the person holds. */
export type HomeSource = (home: HomeOf) => Promise<HomeItem[]>;

/** What an item is made of; the rest has a neutral value. */
interface Parts extends Partial<Omit<HomeItem, 'key' | 'kind' | 'group' | 'path' | 'dueAt' | 'since'>> {
  /** UUID of the record it is about. */
  about: string;
  path: string;
  since?: string | Date | null;
  /** A time makes the group; else `group` says it. */
  due?: Date | null;
  group?: HomeGroup;
}

const iso = (at: string | Date | null | undefined): string | null => (at == null ? null : new Date(at).toISOString());

/** An item, or nothing where it is due later than this week. */
export function item(home: HomeOf, kind: HomeKind, parts: Parts): HomeItem[] {
  const { about, path, since = null, due = null, group: given, ...rest } = parts;
  const group = given ?? homeGroup(due, home.now, home.timeZone);
  if (group === null) return [];
  const neutral = { title: null, lang: null, context: null, count: 1, of: null, names: [], reasons: [], year: null };
  return [{ ...neutral, ...rest, key: `${kind}:${about}`, kind, group, dueAt: iso(due), since: iso(since), path }];
}

/** A network as an item's context. */
export function networkContext(row: { network_slug: string; network_name: string; network_lang: string }): HomeContext {
  return { name: row.network_name, lang: row.network_lang, emblem: row.network_slug };
}

/** Hours after an instant. */
export function hoursAfter(at: string | Date, hours: number): Date {
  return new Date(new Date(at).getTime() + hours * 3_600_000);
}

/** Days of 24 hours after an instant. */
export function daysAfter(at: string | Date, days: number): Date {
  return hoursAfter(at, days * 24);
}
