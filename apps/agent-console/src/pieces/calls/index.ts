export * from './pop-up.ts';
export * from './ring.ts';
