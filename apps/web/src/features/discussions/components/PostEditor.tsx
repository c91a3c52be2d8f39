import { useApolloClient } from '@apollo/client/react';
import { searchFold } from '@stoa/domain';
import { MarkdownField, type MarkdownFieldProps } from '../../../ui/MarkdownField.js';
import { AttachButton } from '../../../app/uploads/UploadList.js';
import type { Uploads } from '../../../app/uploads/use-uploads.js';
import { MentionableQuery, PostPreviewQuery } from '../writing-operations.js';

/** The one editor of replies, edits and new threads: the preview is what the API will show, members can be mentioned, files attached. */
export function PostEditor({
  network,
  uploads,
  ...props
}: Omit<MarkdownFieldProps, 'preview' | 'suggest' | 'maxLength' | 'onFiles' | 'tools'> & {
  network: string;
  /** Where files are attached; none are taken without it. */
  uploads?: Uploads;
}) {
  const client = useApolloClient();
  const preview = async (text: string) => {
    const { data } = await client.query({ query: PostPreviewQuery, variables: { network, text }, fetchPolicy: 'no-cache' });
    if (!data) throw new Error('There is no preview');
    return data.postPreview;
  };
  const suggest = async (query: string) => {
    const { data } = await client.query({ query: MentionableQuery, variables: { slug: network, query }, fetchPolicy: 'no-cache' });
    const found = data?.network?.members?.edges.map(({ node }) => node.person) ?? [];
    const coordinator = data?.network?.coordinator;
    // Whoever coordinates need not be a member, and is who is asked most.
    const meant =
      coordinator && searchFold(query).every((word) => ` ${searchFold(coordinator.displayName).join(' ')}`.includes(` ${word}`));
    return [...(meant ? [coordinator] : []), ...found.filter(({ id }) => id !== coordinator?.id)]
      .slice(0, 6)
      .map(({ handle, displayName }) => ({ handle, name: displayName }));
  };
  const files = !uploads || uploads.limits?.most === 0 ? {} : { onFiles: uploads.add, tools: <AttachButton uploads={uploads} /> };
  return <MarkdownField {...props} {...files} preview={preview} suggest={suggest} maxLength={20_000} />;
}
