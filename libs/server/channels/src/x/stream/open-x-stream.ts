import { ETwitterStreamEvent, type TwitterApi } from 'twitter-api-v2';
import { NetworkFailure } from '../../social/network-failure.ts';
import { POST_FIELDS } from '../poll/x-page.ts';
import { xFailureOf } from '../x-failure.ts';

/** X gives a sign of life every 20 seconds: two that do not come are an accident, the third is the end. */
const SILENCE_MS = 60_000;
/** Nobody waits longer until it is open. */
const PATIENCE_MS = 30_000;

export interface StreamHandlers {
  /** One line: a post with the rules that it matches. */
  line: (line: unknown) => void;
  /** A line that did not come whole. */
  damaged: () => void;
  silenceMs?: number;
}

export interface OpenStream {
  /** Resolves with what ended it; never rejects. */
  ended: Promise<NetworkFailure>;
  close(): void;
}

/**
 * Opens the stream once; coming back is for the caller, who knows when. Throws NetworkFailure, e.g. of kind `rate` when
 * somebody holds it already.
 */
export async function openXStream(client: TwitterApi, handlers: StreamHandlers): Promise<OpenStream> {
  const stream = await client.v2.searchStream({ ...POST_FIELDS, autoConnect: false });
  const ended = Promise.withResolvers<NetworkFailure>();
  const end = (words: string) => {
    stream.destroy();
    ended.resolve(new NetworkFailure({ kind: 'transient', words, status: null, code: '', retryAt: null }));
  };
  stream.on(ETwitterStreamEvent.Data, handlers.line);
  stream.on(ETwitterStreamEvent.TweetParseError, handlers.damaged);
  stream.on(ETwitterStreamEvent.DataError, () => end('X ended the stream.'));
  stream.on(ETwitterStreamEvent.ConnectionLost, () => end('X fell silent.'));
  stream.on(ETwitterStreamEvent.ConnectionClosed, () => end('X closed the connection.'));
  // The library tells everything twice; an error that nobody listens to would end the process.
  stream.on(ETwitterStreamEvent.Error, () => undefined);
  await connected(stream.connect({ autoReconnect: false, keepAliveTimeout: handlers.silenceMs ?? SILENCE_MS }), () =>
    stream.destroy(),
  );
  return { ended: ended.promise, close: () => end('It was closed here.') };
}

/** The library has no patience of its own; what opens too late is closed at once. */
async function connected(connecting: Promise<unknown>, close: () => void): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    void connecting.then(close, () => undefined);
    const words = 'X does not open the stream.';
    late.reject(new NetworkFailure({ kind: 'transient', words, status: null, code: '', retryAt: null }));
  }, PATIENCE_MS);
  try {
    await Promise.race([connecting, late.promise]);
  } catch (error) {
    throw xFailureOf(error);
  } finally {
    clearTimeout(timer);
  }
}
