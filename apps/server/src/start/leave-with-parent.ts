/**
 * Preloaded into every process that the supervisor starts: when the supervisor is gone, however it went, they stop too and
 * give back their ports.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

export {};
