export * from './claim-database.ts';
