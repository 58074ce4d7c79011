import type { Reply } from '../service/call.ts';
import { endpoint, type Endpoint } from '../service/endpoint.ts';
import type { Org } from './org.ts';

/** Where browsers go with the address of a record, or of the organisation: to the page where one works in Salesforce. */
export function placeEndpoints(org: Org, page: () => string): Endpoint[] {
  const to = (place: string): Reply => ({ status: 302, headers: { Location: page() + place }, bytes: '' });
  const toRecord = (id: string) => {
    const object = org.any(id) && org.schema.objectOfId(id);
    return to(object ? `#/${object.name}/${id}` : '');
  };
  return [
    endpoint('GET', '/', () => to('')),
    endpoint('GET', '/:id([a-zA-Z0-9]{18})', (call) => toRecord(call.param('id'))),
  ];
}
