import { Readable } from 'node:stream';
import { recordFile } from '../../platform/files/records.js';
import { newId } from '../../platform/ids.js';
import type { Ground } from '../ground.js';

/** A file of a resource that its version names, or none does. @returns ids of its row and of what is stored */
export async function aResourceFile(ground: Ground, resourceId: string, named = false): Promise<{ id: string; fileId: string }> {
  const { db, files } = ground.world.services;
  const stored = await files.put(Readable.from([Buffer.from('content of the file')]));
  const about = { name: 'plan.pdf', mime: 'application/pdf' };
  const at = new Date('2026-11-20T08:00:00Z');
  const fileId = await recordFile(db, stored, { ...about, subjectType: 'Resource', subjectId: resourceId, createdBy: null, at });
  const row = { id: newId(), resource_id: resourceId, file_id: fileId, ...about, size: stored.size, created_at: at };
  const id = await ground.make.insert('resource_files', row);
  const content = [{ id, title: '', alt: '', role: 'MATERIAL', lang: null }];
  if (named)
    await db.row(`UPDATE resource_versions SET content = jsonb_set(content, '{files}', $2) WHERE resource_id = $1`, [
      resourceId,
      JSON.stringify(content),
    ]);
  return { id, fileId };
}
