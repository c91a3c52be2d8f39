import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { ResourceType, ResourceVersionType } from '../resource.type.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { documentHtmlOf, hasDocumentHtml } from '../texts/document-html.js';
import { addResourceFiles, removeResourceFile } from './change-files.js';
import { filesOfResource, filesOfVersion, resourceUploads } from './file.queries.js';
import {
  AddResourceFilesInput,
  RemoveResourceFileInput,
  ResourceFilesPayload,
  ResourceFileType,
  ResourceUploadsType,
} from './file.types.js';

@Resolver(() => ResourceType)
export class ResourceFilesResolver {
  @FieldResolver(() => [ResourceFileType], {
    description: 'All that were sent for it, named by a version or not; empty for those who neither write nor review it',
  })
  files(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<ResourceFileType[]> {
    return filesOfResource(ctx, row);
  }

  @Query(() => ResourceUploadsType, { description: 'What the viewer has sent for a resource and not yet given to it' })
  @Policy('resource.propose')
  resourceUploads(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ResourceUploadsType> {
    return resourceUploads(ctx, id);
  }

  @Mutation(() => ResourceFilesPayload, { description: 'Makes uploads that have arrived files of a resource' })
  @Policy('resource.propose')
  addResourceFiles(
    @Arg('input', () => AddResourceFilesInput) input: AddResourceFilesInput,
    @Ctx() ctx: Context,
  ): Promise<ResourceFilesPayload> {
    return addResourceFiles(ctx, input);
  }

  @Mutation(() => ResourceFilesPayload, { description: 'Takes away a file that no version names' })
  @Policy('resource.propose')
  removeResourceFile(
    @Arg('input', () => RemoveResourceFileInput) input: RemoveResourceFileInput,
    @Ctx() ctx: Context,
  ): Promise<ResourceFilesPayload> {
    return removeResourceFile(ctx, input);
  }
}

@Resolver(() => ResourceVersionType)
export class VersionFilesResolver {
  @FieldResolver(() => [ResourceFileType], { description: 'In the order of the version' })
  files(@Root() { row }: ResourceVersionType, @Ctx() ctx: Context): Promise<ResourceFileType[]> {
    return filesOfVersion(ctx, row.resource_id, row.content.files);
  }
}

@Resolver(() => ResourceFileType)
export class FileDocumentResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Safe HTML of a text document, to read in place; null for other files, and until it is published and made',
  })
  documentHtml(@Root() { id }: ResourceFileType, @Ctx() ctx: Context): Promise<string | null> {
    return ctx.load(documentHtmlOf, fromGlobalId(id, 'ResourceFile')?.id ?? '');
  }

  @FieldResolver(() => Boolean, { description: 'Whether there is a page of it to read in place' })
  hasDocument(@Root() { id }: ResourceFileType, @Ctx() ctx: Context): Promise<boolean> {
    return ctx.load(hasDocumentHtml, fromGlobalId(id, 'ResourceFile')?.id ?? '');
  }
}
