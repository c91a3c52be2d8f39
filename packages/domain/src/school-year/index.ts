export { addDays, dateParts, daysBetween, isDate, type IsoDate, isTime, localTime, weekday } from './dates.js';
export {
  boundsOf,
  DEFAULT_FIRST_DAY,
  type FirstDay,
  isFirstDay,
  nextYear,
  parseSchoolYear,
  planDue,
  previousYear,
  reportDue,
  type SchoolYear,
  schoolYearSlug,
  yearAt,
  yearOf,
} from './school-year.js';
