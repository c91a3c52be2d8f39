import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What harvesters are told of a resource that is public, or was. Triggers keep it (migration `create-oai-records`). */
@Entity('oai_records')
@Index('oai_records_datestamp', ['datestamp', 'resourceId'])
@Index('oai_records_sets', { synchronize: false })
export class OaiRecord {
  @PrimaryColumn('uuid', { name: 'resource_id' })
  resourceId!: string;

  /** Whole seconds: when what harvesters see of it changed last. */
  @Column('timestamp with time zone', { precision: 0 })
  datestamp!: Date;

  /** It was public once and is no more. */
  @Column('boolean')
  deleted!: boolean;

  /** Ids of its centre, of the territories it lies in, of its topics and of those above them. */
  @Column('uuid', { array: true })
  sets!: string[];
}
