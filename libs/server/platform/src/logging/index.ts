export * from './log.ts';
export * from './nest-log.ts';
export const LOG = Symbol('Log');
