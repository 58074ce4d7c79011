export * from './config.ts';
export * from './config.module.ts';
export * from './installation-secret.ts';
export * from './seal.ts';
