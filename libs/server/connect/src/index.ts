export * from './connect.module.ts';
