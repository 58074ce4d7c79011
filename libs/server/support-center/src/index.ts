export * from './support-center.module.ts';
