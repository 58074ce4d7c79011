/** Everything that needs the editor's library: loaded after the console stands. */
export { FormatTools } from './format-tools.tsx';
export { ReplyEditor } from './reply-editor.tsx';
export { SlashMacros } from './slash-macros.tsx';
