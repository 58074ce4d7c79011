/** X names a conversation of two by both of them, and a group by one number. */
export function isGroup(conversation: string): boolean {
  return conversation !== '' && !conversation.includes('-');
}

/** Where a post of an account stands. */
export function urlOf({ handle }: { handle: string }, id: string): string {
  return `https://x.com/${handle}/status/${id}`;
}
