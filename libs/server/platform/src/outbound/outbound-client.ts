import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { addressFor, pinnedTo, resolveHost, type DialRules } from './dial.ts';
import { OutboundRefused } from './outbound-refused.ts';

export interface OutboundGet {
  /** Of the body, in bytes. */
  maxBytes: number;
  /** For everything together: names, redirects, the last byte of the body. */
  timeoutMs: number;
  accept?: string;
}

export interface OutboundPost {
  body: string;
  /** Besides what every request says. */
  headers: Readonly<Record<string, string>>;
  /** Of the answer, in bytes: what is more is not read. */
  headBytes: number;
  timeoutMs: number;
}

/** Whatever a server answered to a post. */
export interface PostAnswer {
  status: number;
  /** The beginning of its body. */
  head: string;
}

export interface OutboundAnswer {
  /** Where the redirects ended. */
  url: string;
  contentType: string;
  body: Buffer;
}

const REDIRECTS_AT_MOST = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Asks servers that strangers named. It connects to public addresses only, and to the very address that was checked;
 * every redirect is checked again. It sends nothing that says who reads or where: no cookies, no referrer (S21, S47).
 */
export class OutboundClient {
  private readonly rules: DialRules;

  constructor({ exemptOrigins = [], resolve = resolveHost }: Partial<DialRules> = {}) {
    this.rules = { exemptOrigins, resolve };
  }

  /** The body of a 200 answer. @throws OutboundRefused for everything else */
  async get(url: string, { maxBytes, timeoutMs, accept = '*/*' }: OutboundGet): Promise<OutboundAnswer> {
    const signal = AbortSignal.timeout(timeoutMs);
    let current = parse(url);
    for (let hop = 0; hop <= REDIRECTS_AT_MOST; hop++) {
      const response = await this.ask(current, { accept, signal });
      const next = redirectOf(response, current);
      if (!next) return await read(response, { url: current.href, maxBytes });
      response.destroy();
      current = next;
    }
    throw new OutboundRefused('redirects', url);
  }

  /**
   * Posts a body. Redirects are not followed: the answer with one is the answer.
   * @throws OutboundRefused when nothing could be asked, or nobody answered in time
   */
  async post(url: string, { body, headers, headBytes, timeoutMs }: OutboundPost): Promise<PostAnswer> {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await this.ask(parse(url), { accept: '*/*', signal, post: { body, headers } });
    try {
      return { status: response.statusCode ?? 0, head: await inTime(headOf(response, headBytes), signal) };
    } finally {
      response.destroy();
    }
  }

  private async ask(url: URL, { accept, signal, post }: Asked): Promise<IncomingMessage> {
    const address = await inTime(addressFor(url, this.rules), signal);
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      const said = { accept, 'accept-encoding': 'identity', 'user-agent': 'Bureau' };
      const headers = post ? { ...said, ...post.headers, 'content-length': Buffer.byteLength(post.body) } : said;
      const method = post ? 'POST' : 'GET';
      const asked = request(url, { method, lookup: pinnedTo(address), agent: false, headers, signal }, resolve);
      asked.on('error', (error) => reject(new OutboundRefused('unreachable', `${url.host}: ${error.message}`)));
      asked.end(post?.body);
    });
    return inTime(answered, signal);
  }
}

interface Asked {
  accept: string;
  signal: AbortSignal;
  post?: Pick<OutboundPost, 'body' | 'headers'>;
}

/** The beginning of a body, as text; what breaks off later is not missed. */
async function headOf(response: IncomingMessage, atMost: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size >= atMost) break;
    }
  } catch {
    // What has come is what there is.
  }
  return Buffer.concat(chunks).subarray(0, atMost).toString('utf8');
}

function parse(url: string, base?: URL): URL {
  const parsed = URL.parse(url, base);
  if (!parsed) throw new OutboundRefused('scheme', url);
  return parsed;
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  return REDIRECTS.has(statusCode) && headers.location !== undefined ? parse(headers.location, from) : null;
}

async function read(
  response: IncomingMessage,
  { url, maxBytes }: { url: string; maxBytes: number },
): Promise<OutboundAnswer> {
  try {
    const { statusCode, headers } = response;
    if (statusCode !== 200) throw new OutboundRefused('status', `${statusCode}`);
    if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new OutboundRefused('content', 'compressed');
    if (Number(headers['content-length'] ?? 0) > maxBytes) throw new OutboundRefused('too-large', url);
    return { url, contentType: headers['content-type'] ?? '', body: await bodyOf(response, { url, maxBytes }) };
  } finally {
    response.destroy();
  }
}

async function bodyOf(
  response: IncomingMessage,
  { url, maxBytes }: { url: string; maxBytes: number },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > maxBytes) break;
      chunks.push(bytes);
    }
  } catch {
    throw new OutboundRefused('unreachable', url);
  }
  if (size > maxBytes) throw new OutboundRefused('too-large', url);
  return Buffer.concat(chunks);
}

/** Neither the resolver nor a server that changes the protocol (101) heeds the signal. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new OutboundRefused('unreachable', 'no answer in time'));
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
