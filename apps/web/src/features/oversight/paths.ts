/** Address of a county's overview. */
export function countyPath(county: { slug: string }): string {
  return `/county/${county.slug}`;
}

/** Address of all networks of a county, as its overseers see them. */
export function countyNetworksPath(county: { slug: string }): string {
  return `${countyPath(county)}/networks`;
}

/** Address of the appointments of a county. */
export function countyAppointmentsPath(county: { slug: string }): string {
  return `${countyPath(county)}/appointments`;
}

/** Address of a region's overview. */
export function regionPath(region: { slug: string }): string {
  return `/region/${region.slug}`;
}
