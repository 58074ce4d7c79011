import { chooseSpeech, speakAs } from './language/choose-language.ts';

// Texts are read as their modules load: the language comes first, then the console.
await speakAs(chooseSpeech(window.localStorage, navigator.languages));
const { start } = await import('./app/start.tsx');
start();
