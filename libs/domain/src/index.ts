export * from './conditions/index.ts';
export * from './mail/index.ts';
export * from './case-status.ts';
export * from './merge-gains.ts';
export * from './case-update.ts';
export * from './custom-fields.ts';
