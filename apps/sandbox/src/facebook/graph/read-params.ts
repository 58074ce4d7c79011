import { badParam } from '../graph-error.ts';
import { jsonOf, type Call } from '../../service/call.ts';

/** The one file of a multipart request. */
export type Upload = { bytes: Buffer; contentType: string; fileName: string };

export type Params = { params: Record<string, string>; upload: Upload | undefined };

/** Parameters from the address and the body, whichever way they came; objects stay JSON. */
export async function readParams(call: Call): Promise<Params> {
  const type = call.headers['content-type'] ?? '';
  const params = Object.fromEntries(call.query);
  if (call.raw.length === 0) return { params, upload: undefined };
  if (type.startsWith('multipart/form-data')) return readForm(call, type, params);
  if (type.startsWith('application/json'))
    return { params: { ...params, ...flat(jsonOf(call.raw) ?? {}) }, upload: undefined };
  return {
    params: { ...params, ...Object.fromEntries(new URLSearchParams(call.raw.toString('utf8'))) },
    upload: undefined,
  };
}

function flat(body: Record<string, unknown>): Record<string, string> {
  const given = Object.entries(body).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** Throws 100 for a form that is none. */
async function readForm(call: Call, type: string, query: Record<string, string>): Promise<Params> {
  const form = await new Response(new Uint8Array(call.raw), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw badParam('The multipart form cannot be read');
    });
  const params = { ...query };
  let upload: Upload | undefined;
  for (const [name, value] of form) {
    if (typeof value === 'string') params[name] = value;
    else
      upload = {
        bytes: Buffer.from(await value.arrayBuffer()),
        contentType: value.type || 'application/octet-stream',
        fileName: value.name,
      };
  }
  return { params, upload };
}
