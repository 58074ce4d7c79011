export * from './oauth1.ts';
