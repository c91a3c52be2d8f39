import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file of a resource. Versions name those that they show; a file that is for nobody's eyes yet is named by none, or by a draft. */
@Entity('resource_files')
@Index('resource_files_resource', ['resourceId', 'id'])
@Index('resource_files_created', { synchronize: false })
export class ResourceFile {
  /** That of the upload with which it came. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId!: string;

  @Column('uuid', { name: 'file_id' })
  fileId!: string;

  /** Of a picture, a small one to look at first. */
  @Column('uuid', { name: 'preview_id', nullable: true })
  previewId!: string | null;

  @Column('text')
  name!: string;

  /** Found in the content. */
  @Column('text')
  mime!: string;

  @Column('bigint')
  size!: string;

  /** Of a picture, in points. */
  @Column('integer', { nullable: true })
  width!: number | null;

  @Column('integer', { nullable: true })
  height!: number | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;
}
