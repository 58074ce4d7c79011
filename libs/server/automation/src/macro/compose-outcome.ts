import type { ActionEffect, MacroPreview } from '@bureau/contracts';

/** What actions of several macros did, as one: their effects counted through, their replies one below the other. */
export function composeOutcome(effects: readonly ActionEffect[]): MacroPreview {
  const all = effects.map((effect, index) => ({ ...effect, index }));
  return {
    reply: replyOf(all),
    effects: all,
    refused: all.flatMap(({ outcome, index }) => (outcome === 'refused' ? [index] : [])),
  };
}

function replyOf(effects: readonly ActionEffect[]): MacroPreview['reply'] {
  const said = effects.flatMap(({ outcome, message }) =>
    outcome === 'done' && message?.kind === 'reply' ? [message] : [],
  );
  if (said.length === 0) return null;
  return {
    html: said.map(({ html }) => html).join('\n'),
    text: said.map(({ text }) => text).join('\n\n'),
    subject: said.findLast(({ subject }) => subject !== null)?.subject ?? null,
    ...(said.some(({ marked }) => marked !== undefined) && {
      marked: said.map(({ html, marked }) => marked ?? html).join('\n'),
    }),
    missing: [...new Set(said.flatMap(({ missing }) => missing))],
  };
}
