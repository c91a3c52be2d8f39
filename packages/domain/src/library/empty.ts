import type { ResourceContent } from './content.js';

/** What an empty resource holds. */
export const EMPTY_RESOURCE: Omit<ResourceContent, 'kind' | 'title' | 'lang'> = {
  visibility: 'PUBLIC',
  outcome: '',
  summary: '',
  body: '',
  minutes: null,
  licence: null,
  attribution: '',
  authors: [],
  subjects: [],
  levels: [],
  audiences: [],
  topicIds: [],
  files: [],
  links: [],
  practice: null,
};
