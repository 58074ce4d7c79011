import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Answers a request and says so; false leaves it to all others. It must not wait. */
export type FirstAnswer = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Lets `answer` see every request before Fastify does: for answers that are ready in memory, and for which routing, hooks
 * and serialising would be most of the work. Call it when everybody else listens to the server already.
 */
export function answerFirst(server: Server, answer: FirstAnswer): void {
  const others = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isAnswered(answer, request, response)) return;
    for (const listener of others) Reflect.apply(listener, server, [request, response]);
  });
}

/** What fails here fails again on the long way, where it is told and recorded. */
function isAnswered(answer: FirstAnswer, request: IncomingMessage, response: ServerResponse): boolean {
  try {
    return answer(request, response);
  } catch (error) {
    if (response.headersSent) throw error;
    return false;
  }
}
