import type { ResourceContent, ResourceRemark, ResourceVersionState } from '@stoa/domain';

/** A version's row. Times are ISO text. */
export interface VersionRow {
  id: string;
  resource_id: string;
  no: number;
  state: ResourceVersionState;
  content: ResourceContent;
  body_html: string;
  changes: string;
  remarks: ResourceRemark[];
  created_by: string | null;
  changed_at: string;
  submitted_by: string | null;
  submitted_at: string | null;
  decided_by: string | null;
  decided_at: string | null;
  version: number;
}
