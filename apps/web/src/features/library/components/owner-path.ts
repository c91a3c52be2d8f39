import type { ResourceOwnerType } from '@stoa/domain';

const BASE: Readonly<Record<ResourceOwnerType, string>> = {
  NETWORK: '/networks/',
  STRUCTURE: '/structures/',
  CENTRE: '/centres/',
  SCHOOL: '/schools/',
  COUNTY: '/library?place=',
};

/** The address of what a resource belongs to. */
export function ownerPath(owner: { type: ResourceOwnerType; slug: string }): string {
  return `${BASE[owner.type]}${owner.slug}`;
}
