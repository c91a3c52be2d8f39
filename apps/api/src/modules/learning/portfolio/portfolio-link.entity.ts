import type { PortfolioPart } from '@stoa/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A secret link by which others see a part of a portfolio until it is ended. */
@Entity('portfolio_links')
@Index('portfolio_links_person', { synchronize: false })
export class PortfolioLink {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text', { name: 'token_hash', unique: true })
  tokenHash!: string;

  @Column('text')
  label!: string;

  @Column('text', { array: true, default: [] })
  parts!: PortfolioPart[];

  @Column('text', { nullable: true })
  year!: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('timestamp with time zone', { name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;
}
