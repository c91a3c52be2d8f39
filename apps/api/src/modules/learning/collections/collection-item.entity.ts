import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A resource in a collection, with what its owner says of it. */
@Entity('collection_items')
@Index('collection_items_resource', { synchronize: false })
export class CollectionItem {
  @PrimaryColumn('uuid', { name: 'collection_id' })
  collectionId!: string;

  @PrimaryColumn('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Column('integer')
  position!: number;

  @Column('text', { default: '' })
  remark!: string;
}
