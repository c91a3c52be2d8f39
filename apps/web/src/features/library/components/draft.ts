import { EMPTY_RESOURCE, type ResourceContent } from '@stoa/domain';
import type { ResourceFileValue } from './files/file-operations.js';
import type { VersionShown } from '../resource-operations.js';

/** What the form of a resource holds: the content with the names of its topics, ids as the API has them. */
export interface ResourceDraft extends Omit<ResourceContent, 'topicIds' | 'files' | 'lang'> {
  files: ResourceFileValue[];
  lang: string;
  topics: { id: string; name: { lang: string; text: string } }[];
}

/** The form of a version that is there. */
export function draftOf(version: VersionShown): ResourceDraft {
  const { kind, title, visibility, outcome, summary, body, minutes, licence, attribution } = version;
  return {
    ...EMPTY_RESOURCE,
    ...{ kind, title, visibility, outcome, summary, body, minutes, licence, attribution },
    lang: version.lang,
    authors: [...version.authors],
    subjects: [...version.subjects],
    levels: [...version.levels],
    audiences: [...version.audiences],
    topics: version.topics.map(({ id, name }) => ({ id, name })),
    links: version.links.map(({ url, title: words }) => ({ url, title: words })),
    files: version.files.map(({ id, title: words, alt, role, lang }) => ({ id, title: words, alt, role, lang })),
    practice: version.practice && practiceOf(version.practice),
  };
}

function practiceOf({ context, actions, result, needs, carryOver }: NonNullable<VersionShown['practice']>): ResourceContent['practice'] {
  return { context, actions, result, needs, carryOver };
}

/** What is sent of a form. A good practice has its questions, nothing else has. */
export function contentOf(draft: ResourceDraft) {
  const { topics, practice, ...rest } = draft;
  return {
    ...rest,
    authors: rest.authors.map((author) => author.trim()).filter((author) => author !== ''),
    links: rest.links.filter(({ url, title }) => url.trim() !== '' || title.trim() !== ''),
    topicIds: topics.map(({ id }) => id),
    practice: draft.kind === 'GOOD_PRACTICE' ? (practice ?? { context: '', actions: '', result: '', needs: '', carryOver: '' }) : null,
  };
}
