import type { Messages } from '../../platform/i18n/translate.js';

type AuditMessage =
  'name' | 'erased' | 'at' | 'actor' | 'actorId' | 'act' | 'subjectType' | 'subjectId' | 'countyId' | 'requestId' | 'detail';

/** What an export of the audit log is called, and the heads of its columns. */
export const auditWords: Messages<AuditMessage> = {
  en: {
    name: 'Audit log',
    erased: 'Erased person',
    at: 'Time (UTC)',
    actor: 'Who',
    actorId: 'Id of the person',
    act: 'Act',
    subjectType: 'Kind of record',
    subjectId: 'Id of the record',
    countyId: 'Id of the county',
    requestId: 'Request',
    detail: 'Details',
  },
  el: {
    name: 'Αρχείο ελέγχου',
    erased: 'Διαγραμμένο πρόσωπο',
    at: 'Ώρα (UTC)',
    actor: 'Ποιος',
    actorId: 'Αναγνωριστικό προσώπου',
    act: 'Πράξη',
    subjectType: 'Είδος εγγραφής',
    subjectId: 'Αναγνωριστικό εγγραφής',
    countyId: 'Αναγνωριστικό νομού',
    requestId: 'Αίτημα',
    detail: 'Λεπτομέρειες',
  },
  pl: {
    name: 'Dziennik audytu',
    erased: 'Osoba usunięta',
    at: 'Czas (UTC)',
    actor: 'Kto',
    actorId: 'Identyfikator osoby',
    act: 'Czynność',
    subjectType: 'Rodzaj wpisu',
    subjectId: 'Identyfikator wpisu',
    countyId: 'Identyfikator powiatu',
    requestId: 'Żądanie',
    detail: 'Szczegóły',
  },
  ru: {
    name: 'Журнал аудита',
    erased: 'Удалённый человек',
    at: 'Время (UTC)',
    actor: 'Кто',
    actorId: 'Идентификатор человека',
    act: 'Действие',
    subjectType: 'Вид записи',
    subjectId: 'Идентификатор записи',
    countyId: 'Идентификатор округа',
    requestId: 'Запрос',
    detail: 'Подробности',
  },
};
