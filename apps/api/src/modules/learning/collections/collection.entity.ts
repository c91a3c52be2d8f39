import type { GatheringState } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** Resources that a person has gathered in an order. */
@Entity('collections')
@Index('collections_slug_stem', { synchronize: false })
@Index('collections_owner', { synchronize: false })
@Index('collections_published', { synchronize: false })
export class Collection {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  @Column('text')
  state!: GatheringState;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  summary!: string;

  @Column('text')
  lang!: string;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  changedAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
