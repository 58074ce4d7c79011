export * from './oauth1.ts';
export * from './callback.ts';
