export * from './system-log.module.ts';
export * from './system-log.ts';
