import type {
  HarvestError,
  HarvestNote as NoteKind,
  HarvestSchedule,
  HarvestState,
  LockableField,
  MetadataPrefix,
  SourceDefaults,
} from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A repository that the library is filled from. */
@Entity('library_sources')
export class LibrarySource {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** Where it answers by OAI-PMH. */
  @Column('text')
  url!: string;

  @Column('text', { name: 'metadata_prefix' })
  metadataPrefix!: MetadataPrefix;

  /** The set that is asked for; empty: all. */
  @Column('text', { name: 'set_spec', default: '' })
  setSpec!: string;

  /** Where its records land: the county, or a centre or structure in it. */
  @Column('uuid', { name: 'territory_id' })
  territoryId!: string;

  @Column('uuid', { name: 'centre_id', nullable: true })
  centreId!: string | null;

  @Column('uuid', { name: 'structure_id', nullable: true })
  structureId!: string | null;

  @Column('jsonb')
  defaults!: SourceDefaults;

  @Column('text')
  schedule!: HarvestSchedule;

  /** From when on the next run asks, by the source's own clock; null: from the beginning. */
  @Column('timestamp with time zone', { name: 'next_from', precision: 0, nullable: true })
  nextFrom!: Date | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}

/** One run of a harvest, with where it is. */
@Entity('harvest_runs')
@Index('harvest_runs_source', { synchronize: false })
@Index('harvest_runs_running', { synchronize: false })
export class HarvestRun {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('text')
  state!: HarvestState;

  @Column('timestamp with time zone', { name: 'from_at', precision: 0, nullable: true })
  fromAt!: Date | null;

  /** The source knows days alone. */
  @Column('boolean', { name: 'by_day', default: false })
  byDay!: boolean;

  /** When the source gave its first answer, by its own clock: the next run begins there. */
  @Column('timestamp with time zone', { name: 'first_response_at', precision: 0, nullable: true })
  firstResponseAt!: Date | null;

  /** What the next page is asked with. */
  @Column('text', { nullable: true })
  token!: string | null;

  @Column('integer', { default: 0 })
  pages!: number;

  /** Pages one after the other that brought nothing that this run had not seen. */
  @Column('integer', { name: 'idle_pages', default: 0 })
  idlePages!: number;

  @Column('integer', { default: 0 })
  restarts!: number;

  /** How many records the source says there are. */
  @Column('integer', { nullable: true })
  expected!: number | null;

  @Column('integer', { default: 0 })
  seen!: number;

  @Column('integer', { default: 0 })
  created!: number;

  @Column('integer', { default: 0 })
  updated!: number;

  @Column('integer', { default: 0 })
  unchanged!: number;

  @Column('integer', { default: 0 })
  withdrawn!: number;

  @Column('integer', { default: 0 })
  duplicates!: number;

  @Column('integer', { default: 0 })
  failed!: number;

  @Column('text', { name: 'error_code', nullable: true })
  errorCode!: HarvestError | null;

  @Column('text', { name: 'error_detail', default: '' })
  errorDetail!: string;

  @Column('timestamp with time zone', { name: 'started_at', precision: 3 })
  startedAt!: Date;

  @Column('timestamp with time zone', { name: 'finished_at', precision: 3, nullable: true })
  finishedAt!: Date | null;
}

/** What came of one record of a source. */
@Entity('harvested_records')
@Index('harvested_records_resource', { synchronize: false })
@Index('harvested_records_duplicate', { synchronize: false })
export class HarvestedRecord {
  @PrimaryColumn('uuid', { name: 'source_id' })
  sourceId!: string;

  @PrimaryColumn('text')
  identifier!: string;

  /** The resource that was made of it. */
  @Column('uuid', { name: 'resource_id', nullable: true })
  resourceId!: string | null;

  /** A resource that was there already and is the same work. */
  @Column('uuid', { name: 'duplicate_of', nullable: true })
  duplicateOf!: string | null;

  /** Its page at the source. */
  @Column('text', { default: '' })
  url!: string;

  @Column('timestamp with time zone', { precision: 0, nullable: true })
  datestamp!: Date | null;

  /** Digest of what the source said last. */
  @Column('text', { default: '' })
  hash!: string;

  @Column('boolean', { default: false })
  deleted!: boolean;

  @Column('text', { name: 'locked_fields', array: true, default: [] })
  lockedFields!: LockableField[];

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  /** The last run that met it. */
  @Column('uuid', { name: 'run_id', nullable: true })
  runId!: string | null;
}

/** What is told of a record of a run. */
@Entity('harvest_notes')
@Index('harvest_notes_run', ['runId', 'id'])
export class HarvestNote {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'run_id' })
  runId!: string;

  @Column('text')
  kind!: NoteKind;

  @Column('text')
  identifier!: string;

  @Column('text', { default: '' })
  detail!: string;

  @Column('uuid', { name: 'resource_id', nullable: true })
  resourceId!: string | null;
}

/** A digest that two resources of the same work share. */
@Entity('resource_likenesses')
export class ResourceLikeness {
  @PrimaryColumn('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Index('resource_likenesses_likeness', { synchronize: false })
  @PrimaryColumn('text')
  likeness!: string;
}
