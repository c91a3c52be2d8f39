import { PROFESSIONS, rules, type Language, type Profession } from '@stoa/domain';
import {
  batchTarget,
  byRule,
  importKind,
  type BatchPlan,
  type BatchWriter,
  type ImportDefinition,
  type ImportParams,
  type ImportRow,
} from '../../platform/csv/index.js';
import { dateIn } from '../../platform/clock.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import type { Services } from '../../platform/services.js';
import { addPerson, peopleByEmail } from '../accounts/index.js';
import { languageColumn } from '../centres/index.js';
import { schoolFinder } from './school-names.js';

interface PersonImportRow {
  name: string;
  email: string;
  school: string;
  countyCode: string;
  profession: Profession;
  lang: Language;
}

/** What registers call professions. */
const PROFESSION_WORDS: Readonly<Record<Profession, readonly string[]>> = {
  TEACHER: ['εκπαιδευτικός', 'καθηγητής', 'καθηγήτρια', 'δάσκαλος', 'δασκάλα', 'nauczyciel', 'nauczycielka', 'учитель', 'преподаватель'],
  CLASS_TEACHER: ['class teacher', 'υπεύθυνος τάξης', 'wychowawca', 'wychowawczyni', 'классный руководитель'],
  PRESCHOOL_TEACHER: ['kindergarten teacher', 'νηπιαγωγός', 'nauczyciel przedszkola', 'воспитатель'],
  SPECIAL_TEACHER: ['special teacher', 'εκπαιδευτικός ειδικής αγωγής', 'pedagog specjalny', 'nauczyciel wspomagający', 'дефектолог'],
  PRINCIPAL: ['head', 'headteacher', 'διευθυντής', 'διευθύντρια', 'dyrektor', 'dyrektorka', 'директор'],
  PSYCHOLOGIST: ['ψυχολόγος', 'psycholog', 'психолог', 'педагог-психолог'],
  PEDAGOGUE: ['παιδαγωγός', 'pedagog', 'pedagog szkolny', 'социальный педагог'],
  SPEECH_THERAPIST: ['speech therapist', 'λογοθεραπευτής', 'λογοθεραπεύτρια', 'logopeda', 'логопед'],
  COUNSELLOR: ['counselor', 'σύμβουλος', 'doradca zawodowy', 'doradca', 'консультант'],
  LIBRARIAN: ['βιβλιοθηκονόμος', 'bibliotekarz', 'nauczyciel bibliotekarz', 'библиотекарь'],
  EXPERT: ['trainer', 'εμπειρογνώμονας', 'επιμορφωτής', 'ekspert', 'эксперт'],
  OTHER: ['άλλο', 'inne', 'другое'],
};

function definition({ lang, county }: ImportParams): ImportDefinition<PersonImportRow> {
  const countyCode = byRule(rules.territoryCode);
  return {
    kind: 'people',
    keyOf: (row) => `${row.email}|${row.countyCode}|${row.school}|${row.profession}`,
    columns: {
      name: {
        labels: ['full name', 'person', 'ονοματεπώνυμο', 'όνομα', 'imię i nazwisko', 'nazwisko i imię', 'фио', 'имя'],
        required: true,
        parse: byRule(rules.personName),
      },
      email: {
        labels: ['e-mail', 'mail', 'adres e-mail', 'ηλεκτρονική διεύθυνση', 'электронная почта', 'эл. почта'],
        required: true,
        parse: byRule(rules.email),
      },
      school: {
        labels: ['school code', 'school name', 'σχολείο', 'κωδικός σχολείου', 'szkoła', 'kod szkoły', 'школа', 'код школы'],
        required: true,
        parse: byRule(rules.name),
      },
      countyCode: {
        labels: ['county', 'county code', 'νομός', 'κωδικός νομού', 'powiat', 'kod powiatu', 'район', 'код района'],
        required: county === null,
        parse: (text) => countyCode(text === '' && county ? county : text),
      },
      profession: {
        labels: ['role', 'job', 'ειδικότητα', 'επάγγελμα', 'ιδιότητα', 'zawód', 'stanowisko', 'должность', 'профессия'],
        required: false,
        values: PROFESSION_WORDS,
        parse: (text) => {
          const profession = text === '' ? 'TEACHER' : PROFESSIONS.find((each) => each === text);
          return profession ? { value: profession } : { code: 'PROFESSION_UNKNOWN' };
        },
      },
      lang: languageColumn(lang),
    },
  };
}

interface Plan extends BatchPlan {
  row: PersonImportRow;
  schoolId: string;
  countyId: string;
  personId: string | null;
}

/** People by e-mail address. A person who is known keeps name and account; what is new is the affiliation. */
function writer({ clock, config }: Services, actorId: string | null): BatchWriter<PersonImportRow, Plan> {
  /** The line that first names an address: later ones find the person made by it. */
  const firstLines = new Map<string, number>();

  async function decide(sql: Sql, rows: readonly ImportRow<PersonImportRow>[]): Promise<Plan[]> {
    const finder = await schoolFinder(
      sql,
      rows.map(({ value }) => value.countyCode),
    );
    const people = await peopleByEmail(
      sql,
      rows.map(({ value }) => value.email),
    );
    const byEmail = new Map(people.map(({ id, email }) => [email, id]));
    const known = await sql.rows<{ key: string }>(
      `SELECT person_id || '|' || school_id || '|' || profession AS key FROM affiliations WHERE person_id = ANY($1) AND school_id IS NOT NULL AND state = 'CONFIRMED'`,
      [people.map(({ id }) => id)],
    );
    const affiliated = new Set(known.map(({ key }) => key));
    return rows.map(({ value: row, line }) => {
      const school = finder.find(row.countyCode, row.school);
      const personId = byEmail.get(row.email) ?? null;
      if (typeof school === 'string') {
        const column = school === 'COUNTY_UNKNOWN' ? 'countyCode' : 'school';
        return {
          row,
          schoolId: '',
          countyId: '',
          personId,
          decision: { errors: [{ code: school, column, value: row[column].slice(0, 80) }] },
        };
      }
      const isNew = personId === null && firstLines.get(row.email) === line;
      const action = isNew ? 'create' : affiliated.has(`${personId}|${school.id}|${row.profession}`) ? 'skip' : 'update';
      return { row, schoolId: school.id, countyId: school.county_id, personId, decision: { action } };
    });
  }

  async function affiliate(tx: Tx, plan: Plan, personId: string): Promise<void> {
    const now = clock.now();
    const claimed = await tx.row(
      `UPDATE affiliations SET state = 'CONFIRMED', confirmed_by = $4, confirmed_at = $5, version = version + 1
       WHERE person_id = $1 AND school_id = $2 AND profession = $3 AND state = 'CLAIMED' RETURNING id`,
      [personId, plan.schoolId, plan.row.profession, actorId, now],
    );
    if (claimed) return;
    await tx.row(
      `INSERT INTO affiliations (id, person_id, school_id, county_id, profession, state, starts_on, confirmed_by, confirmed_at) VALUES ($1, $2, $3, $4, $5, 'CONFIRMED', $6, $7, $8)`,
      [newId(), personId, plan.schoolId, plan.countyId, plan.row.profession, dateIn(now, config.timeZone), actorId, now],
    );
  }

  return {
    lock: 'people.import',
    survey: ({ line, value }) => {
      if (!firstLines.has(value.email)) firstLines.set(value.email, line);
    },
    decide,
    async insert(tx, plans) {
      for (const plan of plans) {
        const { name, email, lang } = plan.row;
        const personId = await addPerson(tx, { name, email, lang, status: 'INVITED', now: clock.now() });
        if (personId) await affiliate(tx, plan, personId);
      }
    },
    async update(tx, plans) {
      for (const plan of plans) {
        // Made by an earlier row of the same batch, where it was not known yet when the batch was decided.
        const person = plan.personId ?? (await peopleByEmail(tx, [plan.row.email]))[0]?.id;
        if (person) await affiliate(tx, plan, person);
      }
    },
  };
}

/** Import of people with their schools: known by e-mail address, without an account until they are invited; the register confirms them. */
export const peopleImport = importKind<PersonImportRow>({
  kind: 'people',
  definition,
  target: (services, _params, { actorId, afterBatch }) => batchTarget(services.db, writer(services, actorId), afterBatch),
});
