import type { Server } from 'node:net';

/** Starts listening and returns the port. A port that cannot be had gives one clear line that names its setting. */
export function listening(server: Server, at: { port: number; host: string; variable: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(new Error(reason(error, at)));
    server.once('error', refuse);
    server.listen(at.port, at.host, () => {
      server.off('error', refuse);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : at.port);
    });
  });
}

function reason(
  error: NodeJS.ErrnoException,
  { port, host, variable }: { port: number; host: string; variable: string },
) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken. Stop the program that uses it, or set ${variable} to a free port.`;
  }
  if (error.code === 'EACCES') return `Port ${port} is not allowed here. Set ${variable} to a port above 1023.`;
  return `Cannot listen on ${host}:${port}: ${error.message}. Check BUREAU_HOST and ${variable}.`;
}
