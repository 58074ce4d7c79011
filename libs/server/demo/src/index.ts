export * from './demo.module.ts';
export * from './remove-demo.ts';
export * from './seed-demo.ts';
