import { IMPORT_KINDS, IMPORT_STATES, type ImportKindName, type ImportState } from '@stoa/domain';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf, Node, Payload } from '../../platform/graphql/types.js';

const ImportKindEnum = enumOf(IMPORT_KINDS);
registerEnumType(ImportKindEnum, { name: 'ImportKind' });
const ImportStateEnum = enumOf(IMPORT_STATES);
registerEnumType(ImportStateEnum, { name: 'ImportState' });

/** A column of the file: its header, the key that it fills and the first cells. */
@ObjectType()
@Policy(WITH_RECORD)
export class ImportColumnType {
  @Field(() => String)
  header!: string;

  @Field(() => String, { nullable: true })
  key!: string | null;

  @Field(() => [String])
  samples!: string[];
}

/** A key that a column can fill. */
@ObjectType()
@Policy(WITH_RECORD)
export class ImportKeyType {
  @Field(() => String)
  key!: string;

  @Field(() => String, { description: "In the reader's language" })
  label!: string;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => [String], { description: 'Values to which texts of the file can be mapped; empty where it is free text' })
  choices!: string[];
}

/** One row that an error is found in. */
@ObjectType()
@Policy(WITH_RECORD)
export class ImportSample {
  @Field(() => Int)
  line!: number;

  @Field(() => String, { nullable: true })
  column!: string | null;

  @Field(() => String, { nullable: true })
  value!: string | null;
}

/** Errors of one kind. */
@ObjectType()
@Policy(WITH_RECORD)
export class ImportErrorKind {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: "In the reader's language" })
  message!: string;

  @Field(() => Int, { description: 'Rows that have it' })
  count!: number;

  @Field(() => [ImportSample], { description: 'The first of them' })
  samples!: ImportSample[];
}

/** What an import does or would do, in rows. */
@ObjectType('ImportSummary')
@Policy(WITH_RECORD)
export class ImportSummaryType {
  @Field(() => Int)
  read!: number;

  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int)
  skipped!: number;

  @Field(() => Int)
  errors!: number;

  @Field(() => [ImportErrorKind])
  errorsByKind!: ImportErrorKind[];
}

/** What a text of the file was said to mean. */
@ObjectType()
@Policy(WITH_RECORD)
export class ImportValue {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  value!: string;
}

/** A file on its way into a register. */
@ObjectType('ImportRun', { implements: Node })
@Policy('register.change')
export class ImportRunType extends Node {
  @Field(() => ImportKindEnum)
  kind!: ImportKindName;

  @Field(() => ImportStateEnum)
  state!: ImportState;

  @Field(() => String)
  fileName!: string;

  @Field(() => Float, { description: 'Bytes' })
  fileSize!: number;

  @Field(() => String)
  encoding!: string;

  @Field(() => String)
  separator!: string;

  @Field(() => String, { nullable: true })
  lang!: string | null;

  @Field(() => String, { nullable: true, description: 'Official code of the county for rows that name none' })
  county!: string | null;

  @Field(() => [ImportColumnType])
  columns!: ImportColumnType[];

  @Field(() => [ImportKeyType])
  keys!: ImportKeyType[];

  @Field(() => [String], { description: 'Required keys that no column fills' })
  missing!: string[];

  @Field(() => [ImportValue])
  values!: ImportValue[];

  @Field(() => ImportSummaryType, { nullable: true })
  summary!: ImportSummaryType | null;

  @Field(() => Int, { description: 'Percent of the step that runs' })
  progress!: number;

  @Field(() => Boolean)
  cancelRequested!: boolean;

  @Field(() => String, { nullable: true, description: "Why the whole file cannot be used, in the reader's language" })
  problem!: string | null;

  @Field(() => String, { nullable: true, description: 'Path of the rejected rows with their errors' })
  rejectsPath!: string | null;

  @Field(() => String, { description: 'ISO time' })
  requestedAt!: string;

  @Field(() => String, { nullable: true, description: 'ISO time' })
  finishedAt!: string | null;

  requestedBy!: string;
}

export const ImportRunConnection = connectionOf('ImportRun', () => ImportRunType);

@InputType()
export class ImportColumnInput {
  @Field(() => String)
  header!: string;

  @Field(() => String, { description: 'Empty leaves the column out' })
  key!: string;
}

@InputType()
export class ImportValueInput {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  value!: string;
}

@InputType()
export class ChangeImportInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  encoding?: string | null;

  @Field(() => String, { nullable: true })
  separator?: string | null;

  @Field(() => String, { nullable: true })
  lang?: string | null;

  @Field(() => String, { nullable: true })
  county?: string | null;

  @Field(() => [ImportColumnInput])
  columns!: ImportColumnInput[];

  @Field(() => [ImportValueInput])
  values!: ImportValueInput[];
}

@InputType()
export class ImportRunInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ImportRunPayload extends Payload {
  @Field(() => ImportRunType, { nullable: true })
  importRun?: ImportRunType | null;
}
