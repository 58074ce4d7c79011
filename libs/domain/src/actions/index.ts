export { ENGLISH_ACTIONS, type ActionReference, type ActionWords } from './action-words.ts';
export { describeAction, referencesOf, type ActionNames } from './describe-action.ts';
export { GERMAN_ACTIONS } from './german-action-words.ts';
export { regroupActions } from './regroup-actions.ts';
export { relabelActions } from './relabel-actions.ts';
