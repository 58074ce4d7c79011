export * from './conditions-now.ts';
export * from './crossing.ts';
export * from './loop-guard.ts';
export * from './rule-differences.ts';
export * from './rule-language.ts';
export * from './rule-sentence.ts';
export * from './rule-trouble.ts';
export * from './rule-types.ts';
