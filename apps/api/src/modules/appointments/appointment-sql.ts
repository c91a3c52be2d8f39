/** SQL: appointment `alias` holds on the day in parameter `today`. The twin of `appointmentState(…) === 'CURRENT'`. */
export function isCurrent(alias: string, today: string): string {
  return `(${alias}.revoked_at IS NULL AND ${alias}.starts_on <= ${today}::date AND (${alias}.ends_on IS NULL OR ${alias}.ends_on >= ${today}::date))`;
}

/** SQL: PLANNED, CURRENT or ENDED. The twin of `appointmentState`. */
export function stateSql(alias: string, today: string): string {
  return `CASE WHEN ${alias}.revoked_at IS NOT NULL OR ${alias}.ends_on < ${today}::date THEN 'ENDED' WHEN ${alias}.starts_on > ${today}::date THEN 'PLANNED' ELSE 'CURRENT' END`;
}
