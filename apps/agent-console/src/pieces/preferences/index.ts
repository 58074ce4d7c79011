export * from './use-save-preferences.ts';
