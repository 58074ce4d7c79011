import type { WebFormTokens } from '@bureau/channels';
import { WEB_FORM_LIMITS } from '@bureau/domain';
import type { CenterForm } from '../page/center-form.ts';

/** A file that is durable in the storage, as a case keeps it. */
export interface KeptFile {
  fileName: string;
  contentType: string;
  size: number;
  sha256: string;
  contentId: null;
  inline: false;
}

export const KEPT_FILES = 'kept_files';
export const DROP_FILES = 'drop_files';

/** The files of a form: those that an earlier try brought, unless they are to go, and those of this one. */
export function filesOf(form: CenterForm, { tokens, brandId }: { tokens: WebFormTokens; brandId: number }) {
  const kept: KeptFile[] = form.has(DROP_FILES) ? [] : tokens.openFiles(brandId, form.get(KEPT_FILES));
  const added = form.files.map(({ fileName, contentType, size, sha256 }): KeptFile => {
    return { fileName, contentType, size, sha256, contentId: null, inline: false };
  });
  const files = [...kept, ...added];
  return { files, tooMany: files.length > WEB_FORM_LIMITS.files };
}
