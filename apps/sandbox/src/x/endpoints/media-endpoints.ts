import { z } from 'zod';
import type { Call, Reply } from '../../service/call.ts';
import { endpoint, type Endpoint } from '../../service/endpoint.ts';
import type { Asking, UserRequest } from '../ask.ts';
import { beginMedia, finishMedia, isReady, mayFetch, mediaKind } from '../media-store.ts';
import type { Media } from '../model.ts';
import { pictureFor } from '../../service/picture.ts';
import { invalidRequest, problem } from '../problems.ts';
import type { XWorld } from '../x-world.ts';

const DAY_SECONDS = 86_400;
const SEGMENT_BYTES = 5 * 1024 * 1024;
const NewMedia = z.object({
  media_type: z.string(),
  total_bytes: z.number().int().min(1),
  media_category: z.string().default('tweet_image'),
});
const Described = z.object({
  id: z.string(),
  metadata: z.object({ alt_text: z.object({ text: z.string().max(1000) }) }),
});

/** Uploading in parts, and the host that pictures are fetched from. */
export function mediaEndpoints(world: XWorld, ask: Asking): Endpoint[] {
  const terms = { limit: { user: 1875 }, scopes: ['media.write' as const] };
  return [
    ask.user('POST', '/2/media/upload/initialize', terms, (request) => begin(world, request)),
    ask.user('POST', '/2/media/upload/:id/append', terms, (request) => append(world, request)),
    ask.user('POST', '/2/media/upload/:id/finalize', terms, (request) => {
      const media = ownUpload(world, request, request.param('id'));
      const got = world.files.size(media.id);
      if (got !== media.totalBytes)
        throw invalidRequest(`Segments do not add up to provided total file size (${got}).`);
      return { json: { data: stateOf(world, finishMedia(world, media)) } };
    }),
    ask.user('GET', '/2/media/upload', terms, (request) => {
      if (request.query.get('command') !== 'STATUS') throw invalidRequest('command must be STATUS');
      return { json: { data: stateOf(world, ownUpload(world, request, request.query.get('media_id') ?? '')) } };
    }),
    ask.user('POST', '/2/media/metadata', terms, (request) => {
      const given = Described.safeParse(request.json());
      if (!given.success) throw invalidRequest('metadata.alt_text.text is required, at most 1000 characters');
      const { id, metadata } = given.data;
      world.media.put({ ...ownUpload(world, request, id), altText: metadata.alt_text.text });
      return { json: { data: { id, associated_metadata: metadata } } };
    }),
    endpoint('GET', '/media/:file', (call) => serve(world, call)),
    endpoint('GET', '/profile_images/:file', ({ param }) => {
      const seed = /^(\d+)_/.exec(param('file'))?.[1] ?? '';
      const username = world.users.get(seed)?.username;
      if (username === undefined) throw problem({ status: 404, title: 'Not Found', detail: 'Not Found' });
      return { headers: { 'Content-Type': 'image/png' }, bytes: pictureFor(username) };
    }),
  ];
}

function begin(world: XWorld, { json, me }: UserRequest) {
  const given = NewMedia.safeParse(json());
  if (!given.success) throw invalidRequest(`$.${given.error.issues[0]?.path.join('.') ?? ''}: is not valid`);
  const { media_type: mimeType, total_bytes: totalBytes, media_category: category } = given.data;
  const kind = mediaKind(mimeType);
  const media = beginMedia(world, { owner: me, mimeType, category, totalBytes });
  if (!media || !kind) throw invalidRequest(`media type unrecognized: ${mimeType}`, { media_type: [mimeType] });
  if (totalBytes > kind.maxBytes) {
    throw invalidRequest(`File size exceeds ${kind.maxBytes} bytes.`, { total_bytes: [String(totalBytes)] });
  }
  return { json: { data: { id: media.id, media_key: media.key, expires_after_secs: DAY_SECONDS } } };
}

/** Parts come one after the other; the bytes of the file are in the field `media`. */
async function append(world: XWorld, request: UserRequest) {
  const media = ownUpload(world, request, request.param('id'));
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) throw invalidRequest('The body is not multipart/form-data');
  const form = await new Response(asFile(request.raw), { headers: { 'content-type': type } }).formData().catch(() => {
    throw invalidRequest('The multipart form cannot be read');
  });
  const part = form.get('media');
  const index = Number(form.get('segment_index'));
  if (!Number.isInteger(index) || index < 0 || index > 999) throw invalidRequest('segment_index is not valid');
  const bytes = part instanceof Blob ? Buffer.from(await part.arrayBuffer()) : Buffer.from(part ?? '');
  if (bytes.length === 0 || bytes.length > SEGMENT_BYTES) throw invalidRequest('media is missing or too large');
  world.files.append(media.id, bytes);
  return { json: { data: { expires_at: Math.ceil(media.expiresAt / 1000) } } };
}

/** The client of the desk sends bytes without a name, which a form would read as text. */
function asFile(raw: Buffer): Uint8Array<ArrayBuffer> {
  const named = raw.toString('latin1').replace('name="media"\r\n', 'name="media"; filename="media"\r\n');
  return new Uint8Array(Buffer.from(named, 'latin1'));
}

function ownUpload(world: XWorld, { me }: UserRequest, id: string): Media {
  const media = world.media.get(id);
  if (media?.ownerId === me.id && media.expiresAt > world.clock.ms()) return media;
  throw problem({
    status: 404,
    title: 'Not Found Error',
    type: 'resource-not-found',
    detail: `Could not find media with id: [${id}].`,
  });
}

function stateOf(world: XWorld, media: Media) {
  const state = { id: media.id, media_key: media.key, size: media.totalBytes, expires_after_secs: DAY_SECONDS };
  if (media.type !== 'video') return state;
  const ready = isReady(world, media);
  const processing_info = ready
    ? { state: 'succeeded', progress_percent: 100 }
    : { state: 'in_progress', check_after_secs: 1, progress_percent: 50 };
  return { ...state, processing_info };
}

function serve(world: XWorld, { param, query }: Call): Reply {
  const id = /^(\d+)\./.exec(param('file'))?.[1] ?? '';
  const media = world.media.get(id);
  const bytes = media && mayFetch(world, id, query) ? world.files.read(id) : undefined;
  if (!media || !bytes) return { status: 403, headers: { 'Content-Type': 'text/plain' }, bytes: 'Forbidden' };
  return { headers: { 'Content-Type': media.mimeType, 'Content-Length': bytes.length }, bytes };
}
