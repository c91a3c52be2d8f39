import { Field, ID, Int, InterfaceType, ObjectType, type ClassType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../authorize.js';
import type { UserErrorShape } from '../errors.js';

/** A record with a global id. */
@InterfaceType()
@Policy(WITH_RECORD)
export abstract class Node {
  @Field(() => ID)
  id!: string;
}

/** Something in the input that a person can mend. */
@ObjectType()
@Policy(WITH_RECORD)
export class UserError implements UserErrorShape {
  @Field(() => String)
  code!: string;

  @Field(() => [String], { description: 'Path into the input; empty for the form as a whole' })
  path!: string[];

  @Field(() => String)
  message!: string;
}

/** What every mutation answers besides its result. */
@ObjectType()
@Policy(WITH_RECORD)
export abstract class Payload {
  @Field(() => [UserError])
  userErrors!: UserError[];
}

/** Relay's page information; cursors are signed. */
@ObjectType()
@Policy(WITH_RECORD)
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** One page of a list. */
export interface Page<Item> {
  edges: { cursor: string; node: Item }[];
  pageInfo: PageInfo;
  /** Present where a counter is kept; never counted on read. */
  totalCount?: number | null;
}

/**
 * The connection and edge types of a node type, named `<Name>Connection` and `<Name>Edge`.
 * Call once per node type and export the result.
 */
export function connectionOf<Item extends object>(name: string, item: () => ClassType<Item>): ClassType<Page<Item>> {
  @ObjectType(`${name}Edge`)
  @Policy(WITH_RECORD)
  class Edge {
    @Field(() => String)
    cursor!: string;

    @Field(item)
    node!: Item;
  }

  @ObjectType(`${name}Connection`)
  @Policy(WITH_RECORD)
  class Connection implements Page<Item> {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, { nullable: true })
    totalCount?: number | null;
  }
  return Connection;
}
