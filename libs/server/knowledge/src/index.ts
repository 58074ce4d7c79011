export * from './knowledge.module.ts';
