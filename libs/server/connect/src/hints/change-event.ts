import { SyncObject } from '@bureau/contracts';
import { SALESFORCE_OBJECTS } from '@bureau/domain';
import { z } from 'zod';

/** On which events of each object are told, once an administrator of Salesforce has chosen it for change events. */
export const CHANNELS = SyncObject.options.map((object) => `/data/${SALESFORCE_OBJECTS[object]}ChangeEvent`);

const ChangeEvent = z.object({
  payload: z.object({
    ChangeEventHeader: z.object({ entityName: z.string(), changeOrigin: z.string().default('') }),
  }),
});

/**
 * In which objects something has changed, as the event says; none where `client`, which is us, has written it. What an
 * automation of Salesforce made of that, the next poll brings. A person is an account and a contact at once.
 */
export function hintIn(event: unknown, client: string): SyncObject[] {
  const { data } = ChangeEvent.safeParse(event);
  if (!data) return [];
  const { entityName, changeOrigin } = data.payload.ChangeEventHeader;
  if (changeOrigin.split(';').includes(`client=${client}`)) return [];
  if (entityName === SALESFORCE_OBJECTS.company) return ['company', 'customer'];
  return SyncObject.options.filter((object) => SALESFORCE_OBJECTS[object] === entityName);
}
