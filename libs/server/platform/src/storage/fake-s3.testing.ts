import { once } from 'node:events';
import { createServer } from 'node:http';

/** As much of S3's REST interface as blobs need, in memory, over real HTTP. */
export async function startFakeS3() {
  const objects = new Map<string, Buffer>();
  let answerWith: number | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const key = new URL(request.url ?? '/', 'http://s3').pathname;
    const object = objects.get(key);

    if (answerWith !== undefined) return response.writeHead(answerWith).end();
    if (request.method === 'PUT') {
      objects.set(key, Buffer.concat(chunks));
      return response.writeHead(200, { etag: '"1"' }).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    if (object) {
      response.writeHead(200, { 'content-length': object.length });
      return response.end(request.method === 'HEAD' ? undefined : object);
    }
    response.writeHead(404, { 'content-type': 'application/xml' });
    return response.end(request.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    /** Answers every request with this status from now on. */
    fail: (status: number | undefined) => (answerWith = status),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
