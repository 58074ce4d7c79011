export { mentionedIn } from './mentions.ts';
export { NoteField, useColleagues } from './note-field.tsx';
