import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { LearningPathType } from '../paths/path.types.js';
import { certificateByCode, ownCertificates, pathCertificates, revokeReason } from './certificate.queries.js';
import { CertificateConnection, CertificatePayload, CertificateType, RevokeCertificateInput } from './certificate.types.js';
import { revokeCertificate } from './revoke.js';

@Resolver(() => CertificateType)
export class CertificateResolver {
  @Query(() => CertificateType, { nullable: true, description: 'By the code that stands on it; null where there is none' })
  @Policy('public.read')
  certificate(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<CertificateType | null> {
    return certificateByCode(ctx, code);
  }

  @Query(() => CertificateConnection, { description: "The viewer's own, the newest first" })
  @Policy('profile.own')
  ownCertificates(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<CertificateType>> {
    return ownCertificates(ctx, { first, after: after ?? null });
  }

  @FieldResolver(() => String, { description: 'Why it was revoked, for its person; else empty' })
  revokeReason(@Root() certificate: CertificateType, @Ctx() ctx: Context): string {
    return revokeReason(ctx, certificate);
  }

  @Mutation(() => CertificatePayload, { description: 'Revokes it for good' })
  @Policy('certificate.issue')
  revokeCertificate(
    @Ctx() ctx: Context,
    @Arg('input', () => RevokeCertificateInput) input: RevokeCertificateInput,
  ): Promise<CertificatePayload> {
    return revokeCertificate(ctx, input);
  }
}

@Resolver(() => LearningPathType)
export class PathCertificatesResolver {
  @FieldResolver(() => CertificateConnection, { nullable: true, description: 'For those who may revoke them; null for others' })
  certificates(
    @Root() { row }: LearningPathType,
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<CertificateType> | null> {
    return pathCertificates(ctx, row, { first, after: after ?? null });
  }
}
