import type { AffiliationState, Contacts, Language, Profession, SchoolLevel, UnitState } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A school or kindergarten of a county's register. */
@Entity('schools')
@Index('schools_county_code', { synchronize: false })
@Index('schools_county_match', ['countyId', 'matchKey'], { unique: true })
export class School {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  /** The municipality, or the county itself where the register does not tell. */
  @Index('schools_territory')
  @Column('uuid', { name: 'territory_id' })
  territoryId!: string;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  lang!: Language;

  @Column('text')
  level!: SchoolLevel;

  @Column('text')
  status!: UnitState;

  @Column('text', { default: '' })
  city!: string;

  @Column('text', { default: '' })
  street!: string;

  @Column('text', { default: '' })
  number!: string;

  @Column('text', { name: 'postal_code', default: '' })
  postalCode!: string;

  @Column('text', { name: 'post_office', default: '' })
  postOffice!: string;

  @Column('jsonb', { default: {} })
  contacts!: Partial<Contacts>;

  /** What keeps one school from being entered twice: its code, else name and address folded. */
  @Column('text', { name: 'match_key' })
  matchKey!: string;

  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;

  @Column('text')
  search!: string;

  @VersionColumn({ default: 1 })
  version!: number;
}

/** Schools that work together. */
@Entity('school_groups')
@Index('school_groups_county_code', { synchronize: false })
export class SchoolGroup {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  lang!: Language;

  @VersionColumn({ default: 1 })
  version!: number;
}

@Entity('school_group_members')
export class SchoolGroupMember {
  @PrimaryColumn('uuid', { name: 'group_id' })
  groupId!: string;

  @Index('school_group_members_school')
  @PrimaryColumn('uuid', { name: 'school_id' })
  schoolId!: string;
}

/** A person's work at a school, or at another body; gives no rights by itself. */
@Entity('affiliations')
@Index('affiliations_county', ['countyId', 'state'])
export class Affiliation {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('affiliations_person')
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Index('affiliations_school')
  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId!: string | null;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  /** Name of the body where it is no school of the register. */
  @Column('text', { default: '' })
  body!: string;

  @Column('text')
  profession!: Profession;

  @Column('text')
  state!: AffiliationState;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column('timestamp with time zone', { name: 'confirmed_at', precision: 3, nullable: true })
  confirmedAt!: Date | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
