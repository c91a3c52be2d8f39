import { Field, ID, InputType, registerEnumType } from 'type-graphql';

/** What a list of members can be written as. */
export const MemberFormatEnum = { CSV: 'CSV', XLSX: 'XLSX' } as const;
export type MemberFormat = keyof typeof MemberFormatEnum;
registerEnumType(MemberFormatEnum, { name: 'MemberFormat' });

@InputType()
export class StartMemberExportInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => MemberFormatEnum)
  format!: MemberFormat;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}
