// Threads that wait for the disk while mails and webhooks are made safe: with the four of Node, sixteen senders at once wait for
// one another. libuv reads it when the first of them is needed, which is before anything that is imported here at once has run.
process.env['UV_THREADPOOL_SIZE'] ??= '16';
await import('./run.ts');

export {};
