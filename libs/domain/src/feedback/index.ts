export * from './asks-by-itself.ts';
export * from './survey-state.ts';
export * from './survey-words.ts';
export * from './why-not-ask.ts';
