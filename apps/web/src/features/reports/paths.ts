/** Address of a network's reports. */
export function networkReportsPath(network: { slug: string }): string {
  return `/networks/${network.slug}/report`;
}

/** Address of the report of a year (`2026/27` → `2026-27`). */
export function reportPath(network: { slug: string }, year: string): string {
  return `${networkReportsPath(network)}/${year.replace('/', '-')}`;
}

/** Reports that wait for a decision. */
export function approvalsPath(): string {
  return '/approvals';
}
