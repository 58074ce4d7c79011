import type { ApiClient } from '../../../../test/fixtures/api-client.ts';

export interface Link {
  href: string;
  class: string;
  count?: number;
}

/** A resource or a page, as a test reads it. */
export interface Resource {
  [member: string]: unknown;
  id: number;
  message: string;
  total_entries: number;
  _links: { [name: string]: Link | null; self: Link; customer: Link; next: Link };
  _embedded: { [name: string]: unknown; entries: Resource[]; customer: Resource; assigned_group: Resource };
}

interface DeskAnswer {
  status: number;
  headers: Headers;
  body: Resource;
}

/** A client of Desk.com, with the headers that clients send. */
export class DeskClient {
  readonly api: ApiClient;

  constructor(api: ApiClient) {
    this.api = api;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<DeskAnswer> {
    return this.send('GET', path, { headers });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<DeskAnswer> {
    return this.send('POST', path, { body, headers });
  }

  patch(path: string, body: unknown, headers: Record<string, string> = {}): Promise<DeskAnswer> {
    return this.send('PATCH', path, { body, headers });
  }

  delete(path: string): Promise<DeskAnswer> {
    return this.send('DELETE', path, {});
  }

  async send(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> },
  ): Promise<DeskAnswer> {
    const response = await this.api.fetch(`/api/v2${path}`, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  }
}
