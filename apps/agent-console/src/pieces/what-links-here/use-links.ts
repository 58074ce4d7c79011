import { linksApi } from '@bureau/contracts';
import type { LinkedNoun } from '@bureau/contracts';
import { useRoute } from '@bureau/client';

export type Links = ReturnType<typeof useLinks>;

/** What hangs on a thing of the settings; asked when somebody is about to delete it. */
export function useLinks(noun: LinkedNoun, objectId: number, enabled = true) {
  return useRoute(linksApi.read, { params: { noun, objectId } }, { enabled });
}
