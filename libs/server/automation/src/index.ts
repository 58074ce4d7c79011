export * from './automation.module.ts';
