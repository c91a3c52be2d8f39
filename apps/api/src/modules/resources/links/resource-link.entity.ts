import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link of the published version of a resource, with what became of asking it. */
@Entity('resource_links')
@Index('resource_links_url', { synchronize: false })
@Index('resource_links_due', { synchronize: false })
export class ResourceLink {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Column('text')
  url!: string;

  /** In a row, until the last time. */
  @Column('integer', { default: 0 })
  failures!: number;

  /** Of HTTP; null where nobody answered, or it leads where nothing is asked. */
  @Column('integer', { name: 'last_status', nullable: true })
  lastStatus!: number | null;

  @Column('timestamp with time zone', { name: 'checked_at', precision: 3, nullable: true })
  checkedAt!: Date | null;
}
