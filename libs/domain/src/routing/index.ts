export * from './choose-agents.ts';
export * from './turn.ts';
