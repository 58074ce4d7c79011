export * from './case/case.factory.ts';
