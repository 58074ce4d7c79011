export * from './split-for-x.ts';
export * from './x-entities.ts';
export * from './x-length.ts';
