/** Everything that needs the editor's library: loaded after the console stands. */
export { placeholderName } from '../../pieces/placeholders/placeholder-name.ts';
export { FormatTools } from './format-tools.tsx';
export { selectNextGap } from './gap.ts';
export { GapDialog } from './gap-dialog.tsx';
export { GapNotice } from './gap-notice.tsx';
export { ReplyEditor } from './reply-editor.tsx';
export { SlashMenu } from './slash-menu.tsx';
