import { orNull, ROLE_RULES, ROLES, rules, SCOPE_KINDS, type Role, type ScopeKind } from '@stoa/domain';
import {
  batchTarget,
  byRule,
  importKind,
  type BatchPlan,
  type BatchWriter,
  type ImportDefinition,
  type ImportRow,
} from '../../platform/csv/index.js';
import { dateIn } from '../../platform/clock.js';
import type { Sql } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import type { Services } from '../../platform/services.js';
import { peopleByEmail, type KnownPerson } from '../accounts/index.js';
import { giveAppointment, holdersOf, overlaps, type Holder } from './give-appointment.js';
import { messages } from './messages.js';
import { scopeAdapter, type ScopeFacts } from './scopes.js';

interface AppointmentImportRow {
  email: string;
  role: Role;
  scopeKind: ScopeKind | null;
  scope: string;
  from: string;
  to: string | null;
}

/** What the letters of four languages call a role. */
const ROLE_WORDS = Object.fromEntries(
  ROLES.map((role) => [role, Object.values(messages).map((words) => words[`role.${role}`])]),
) as unknown as Readonly<Record<Role, readonly string[]>>;

/** What registers call that for which somebody is appointed. */
const KIND_WORDS: Readonly<Record<ScopeKind, readonly string[]>> = {
  NETWORK: ['δίκτυο', 'sieć', 'сеть'],
  STRUCTURE: ['δομή', 'jednostka', 'структура'],
  CENTRE: ['center', 'κέντρο', 'placówka', 'центр'],
  SCHOOL: ['σχολείο', 'szkoła', 'школа'],
  COUNTY: ['περιφερειακή ενότητα', 'νομός', 'powiat', 'район'],
  REGION: ['περιφέρεια', 'województwo', 'область'],
  EVERYTHING: ['stoa'],
};

const definition: ImportDefinition<AppointmentImportRow> = {
  kind: 'appointments',
  keyOf: (row) => `${row.email}|${row.role}|${row.scope}|${row.from}`,
  columns: {
    email: {
      labels: ['e-mail', 'mail', 'person', 'adres e-mail', 'ηλεκτρονική διεύθυνση', 'электронная почта', 'эл. почта'],
      required: true,
      parse: byRule(rules.email),
    },
    role: {
      labels: ['function', 'ρόλος', 'ιδιότητα', 'funkcja', 'rola', 'роль', 'должность'],
      required: true,
      values: ROLE_WORDS,
      parse: (text) => {
        const role = ROLES.find((each) => each === text);
        // Whoever makes an administrator proves anew who sits before the screen.
        if (role === 'AD') return { code: 'ROLE_BY_HAND' };
        return role ? { value: role } : { code: 'ROLE_UNKNOWN' };
      },
    },
    scopeKind: {
      labels: ['scope kind', 'kind of scope', 'είδος', 'rodzaj', 'вид'],
      required: false,
      values: KIND_WORDS,
      parse: (text) => {
        const kind = SCOPE_KINDS.find((each) => each === text);
        return text === '' ? { value: null } : kind ? { value: kind } : { code: 'KIND_UNKNOWN' };
      },
    },
    scope: {
      labels: ['scope code', 'code', 'for', 'κωδικός', 'kod', 'код'],
      required: true,
      parse: byRule(rules.name),
    },
    from: { labels: ['starts on', 'since', 'από', 'od', 'с', 'от'], required: true, parse: byRule(rules.date) },
    to: { labels: ['ends on', 'until', 'έως', 'do', 'по', 'до'], required: false, parse: byRule(orNull(rules.date)) },
  },
};

interface Plan extends BatchPlan {
  row: AppointmentImportRow;
  personId: string;
  scope: ScopeFacts | null;
}

/** What a batch is decided by: its people, scopes and the holders of their posts. */
async function readKnown(sql: Sql, rows: readonly AppointmentImportRow[], today: string) {
  const people = await peopleByEmail(
    sql,
    rows.map(({ email }) => email),
  );
  const scopes = new Map<string, ScopeFacts>();
  const holders = new Map<Role, Holder[]>();
  for (const role of new Set(rows.map((row) => row.role))) {
    const adapter = scopeAdapter(ROLE_RULES[role].scope);
    const ids = await adapter.idsByKey(
      sql,
      rows.filter((row) => row.role === role).map(({ scope }) => scope),
    );
    const facts = await adapter.byIds(
      sql,
      ids.map(({ id }) => id),
      'en',
    );
    for (const { key, id } of ids) {
      const found = facts.find((scope) => scope.id === id);
      if (found) scopes.set(`${role}|${key}`, found);
    }
    const scopeIds = facts.map(({ id }) => id);
    holders.set(role, await holdersOf(sql, role, scopeIds, today));
  }
  return { people: new Map(people.map((person) => [person.email, person])), scopes, holders };
}

/** Appointments of people who are in the register. What is there already is skipped; a term is changed by hand, with its reason. */
function writer({ clock, config }: Services, actorId: string | null): BatchWriter<AppointmentImportRow, Plan> {
  /** Posts that lines of this file give, by line: a later line may not give them again. */
  const given = new Map<number, Holder & { role: Role }>();
  const today = () => dateIn(clock.now(), config.timeZone);

  function wrongOf(
    row: AppointmentImportRow,
    line: number,
    person: KnownPerson | undefined,
    scope: ScopeFacts | undefined,
    holders: readonly Holder[],
  ): { code: string; column: keyof AppointmentImportRow } | 'skip' | null {
    if (!person) return { code: 'PERSON_UNKNOWN', column: 'email' };
    if (person.status !== 'ACTIVE' && person.status !== 'INVITED') return { code: 'PERSON_NOT_ACTIVE', column: 'email' };
    if (row.scopeKind !== null && row.scopeKind !== ROLE_RULES[row.role].scope) return { code: 'SCOPE_KIND_WRONG', column: 'scopeKind' };
    if (!scope) return { code: 'SCOPE_UNKNOWN', column: 'scope' };
    if (row.to !== null && row.to < row.from) return { code: 'ENDS_BEFORE_START', column: 'to' };
    const same = (other: Holder) =>
      other.scopeId === scope.id && other.personId === person.id && other.startsOn === row.from && other.endsOn === row.to;
    if (holders.some(same)) return 'skip';
    if (row.to !== null && row.to < today()) return { code: 'TERM_OVER', column: 'to' };
    const earlier = [...given].filter(([other, { role }]) => other < line && role === row.role).map(([, holder]) => holder);
    const post = { role: row.role, scopeId: scope.id, personId: person.id, term: { startsOn: row.from, endsOn: row.to } };
    const taken = overlaps([...holders, ...earlier], post);
    return taken && { code: taken, column: taken === 'POST_TAKEN' ? 'scope' : 'email' };
  }

  async function decide(sql: Sql, rows: readonly ImportRow<AppointmentImportRow>[]): Promise<Plan[]> {
    const known = await readKnown(
      sql,
      rows.map(({ value }) => value),
      today(),
    );
    return rows.map(({ value: row, line }) => {
      const person = known.people.get(row.email);
      const scope = known.scopes.get(`${row.role}|${row.scope}`);
      const wrong = wrongOf(row, line, person, scope, known.holders.get(row.role) ?? []);
      const plan = { row, personId: person?.id ?? '', scope: scope ?? null };
      if (wrong === 'skip') return { ...plan, decision: { action: 'skip' } };
      if (wrong) return { ...plan, decision: { errors: [{ ...wrong, value: String(row[wrong.column]).slice(0, 80) }] } };
      given.set(line, { role: row.role, scopeId: scope?.id ?? '', personId: plan.personId, startsOn: row.from, endsOn: row.to });
      return { ...plan, decision: { action: 'create' } };
    });
  }

  return {
    lock: 'appointments.import',
    decide,
    async insert(tx, plans) {
      for (const { row, personId, scope } of plans) {
        if (!scope) continue;
        const term = { startsOn: row.from, endsOn: row.to, note: '' };
        await giveAppointment(tx, {
          id: newId(),
          personId,
          role: row.role,
          scope,
          term,
          appointedBy: actorId,
          today: today(),
          now: clock.now(),
        });
      }
    },
    update: async () => undefined,
  };
}

/** Import of appointments: people by e-mail address, what they are appointed for by its code or address. */
export const appointmentsImport = importKind<AppointmentImportRow>({
  kind: 'appointments',
  definition: () => definition,
  target: (services, _params, { actorId, afterBatch }) => batchTarget(services.db, writer(services, actorId), afterBatch),
});
