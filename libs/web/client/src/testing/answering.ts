/** One request as it left the browser. */
export interface Sent {
  method: string;
  url: string;
  headers: Headers;
  body: string;
}

/** A `fetch` that answers by itself and remembers what was asked: the process edge of the client's tests. */
export function answering(answer: (sent: Sent) => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request: Sent = {
      method: init?.method ?? 'GET',
      url: String(input),
      headers: new Headers(init?.headers),
      body: String(init?.body ?? ''),
    };
    sent.push(request);
    return answer(request);
  };
  return { fetch, sent };
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
}

export function problem(status: number, code: string, more: object = {}): Response {
  return json({ type: 'about:blank', title: `Refused: ${code}`, status, code, ...more }, status);
}
